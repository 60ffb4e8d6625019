#include "view/view_model.hpp"

#include <initializer_list>
#include <string>
#include <vector>

namespace ats::test {

std::vector<std::string> texts_of(const view::ViewModel& view) {
  std::vector<std::string> texts;
  const auto add = [&](std::initializer_list<std::string> some) { texts.insert(texts.end(), some); };
  add({view.screen, view.progress, view.heading, view.lead, view.mood, view.host_tile, view.host_name,
       view.ats_tile, view.ats_name, view.back_label, view.close_label, view.help_label, view.text_view_label,
       view.focus});
  for (const view::Node& node : view.nodes) {
    add({node.id, node.label, node.help, node.error, node.value, node.state, node.href, node.input,
         node.suffix, node.example, node.autocomplete, node.tile, node.owner});
    for (const view::Item& item : node.items) add({item.label, item.detail, item.state});
  }
  if (view.primary) add({view.primary->id, view.primary->label});
  for (const view::Button& button : view.secondary) add({button.id, button.label});
  if (view.announce) add({view.announce->text});
  return texts;
}

}  // namespace ats::test
