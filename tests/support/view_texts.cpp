#include "view/view_model.hpp"

#include <initializer_list>
#include <string>
#include <variant>
#include <vector>

#include "base/variant.hpp"

namespace ats::test {

std::vector<std::string> texts_of(const view::ViewModel& view) {
  std::vector<std::string> texts;
  const auto add = [&](std::initializer_list<std::string> some) { texts.insert(texts.end(), some); };
  add({view.screen, view.progress, view.heading, view.lead, view.host_tile, view.host_name, view.host_logo,
       view.ats_tile, view.ats_name, view.ats_logo, view.back_label, view.close_label, view.help_label,
       view.text_view_label, view.focus});
  for (const view::Node& node : view.nodes) {
    add({node.id, node.label, node.owner});
    std::visit(base::Overloaded{
                   [&](const view::List& list) {
                     for (const view::Item& item : list.items) add({item.label, item.detail});
                   },
                   [&](const view::Choice& choice) {
                     add({choice.help, choice.tile, choice.logo, choice.title, choice.chip});
                   },
                   [&](const view::Field& field) {
                     add({field.name, field.help, field.error, field.value, field.suffix, field.example});
                     for (const view::Option& option : field.options) add({option.label, option.value});
                   },
                   [&](const view::Link& link) { add({link.href}); },
                   [&](const view::Snippet& snippet) {
                     add({snippet.help, snippet.button, snippet.name});
                   },
                   [](const view::Button&) {},
                   [](const view::Reveal&) {},
                   [&](const view::Address& address) {
                     add({address.before, address.part, address.after});
                   },
                   [&](const view::Status& status) { add({status.help}); },
                   [&](const view::Picture& picture) {
                     for (const view::Shape& shape : picture.shapes) add({shape.label});
                   },
                   [](const view::Text&) {},
                   [](const view::Heading&) {},
                   [](const view::Step&) {},
                   [](const view::Notice&) {},
               },
               node.kind);
  }
  if (view.primary) add({view.primary->id, view.primary->label});
  for (const view::FootButton& button : view.secondary) add({button.id, button.label});
  if (view.jump) add({view.jump->label, view.jump->to});
  add({view.second_column});
  if (view.announce) add({view.announce->text});
  return texts;
}

}  // namespace ats::test
