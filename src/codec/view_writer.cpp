#include "codec/view_writer.hpp"

#include <array>
#include <variant>

#include "codec/word_table.hpp"
#include "codec/writer.hpp"

namespace ats::codec {
namespace {

constexpr std::array kinds{"text", "heading", "list",   "choice",  "field",  "step",   "snippet",
                           "link", "button",  "reveal", "address", "status", "notice", "picture"};
static_assert(kinds.size() == std::variant_size_v<view::Kind>);

constexpr std::array tones{"info", "success", "warning", "danger"};
static_assert(tones.size() == count_up_to(view::Tone::danger));
constexpr std::array marks{"", "done", "failed", "unknown"};
static_assert(marks.size() == count_up_to(view::Mark::unknown));
constexpr std::array inputs{"text", "secret", "search", "select"};
static_assert(inputs.size() == count_up_to(view::Input::select));
constexpr std::array phases{"waiting", "checking", "done", "failed"};
static_assert(phases.size() == count_up_to(view::Phase::failed));

constexpr std::array forms{"window", "bar",  "item",   "button", "value",  "round",
                           "words",  "tick", "secret", "next",   "pointer"};
static_assert(forms.size() == count_up_to(view::Form::pointer));

// What each kind has besides its id and its label.

void write(Writer&, const view::Text&) {}
void write(Writer&, const view::Heading&) {}

void write(Writer& out, const view::List& list) {
  out.open_array("items");
  for (const view::Item& item : list.items) {
    out.open_object().text("label", item.label).text_if("detail", item.detail);
    out.text_if("mark", word(marks, item.mark)).close_object();
  }
  out.close_array();
}

void write(Writer& out, const view::Choice& choice) {
  out.text_if("help", choice.help)
      .text_if("tile", choice.tile)
      .text_if("logo", choice.logo)
      .flag_if("recommended", choice.recommended);
  out.text_if("title", choice.title).text_if("chip", choice.chip);
}

void write(Writer& out, const view::Field& field) {
  out.text("input", word(inputs, field.input)).text_if("name", field.name).text_if("help", field.help);
  out.text_if("error", field.error).text_if("value", field.value).text_if("suffix", field.suffix);
  out.text_if("example", field.example).flag_if("readonly", field.readonly);
  if (field.input != view::Input::select) return;
  out.open_array("options");
  for (const view::Option& option : field.options) {
    out.open_object().text("label", option.label).text("value", option.value).close_object();
  }
  out.close_array();
}

// The page counts by itself.
void write(Writer&, const view::Step&) {}

void write(Writer& out, const view::Snippet& snippet) {
  out.text_if("help", snippet.help).text("button", snippet.button).text("name", snippet.name);
  out.flag_if("copied", snippet.copied);
}

// Which icon stands beside a label is for the painter alone.
void write(Writer& out, const view::Link& link) { out.text("href", link.href); }
void write(Writer&, const view::Button&) {}

void write(Writer& out, const view::Reveal& reveal) { out.flag("shown", reveal.shown); }

void write(Writer& out, const view::Address& address) {
  out.text("before", address.before).text("part", address.part).text("after", address.after);
}

void write(Writer& out, const view::Status& status) {
  out.text_if("help", status.help).text("phase", word(phases, status.phase));
}

void write(Writer& out, const view::Notice& notice) { out.text("tone", word(tones, notice.tone)); }

void write(Writer& out, const view::Picture& picture) {
  out.number("width", picture.width).number("height", picture.height).open_array("shapes");
  for (const view::Shape& shape : picture.shapes) {
    out.open_object().text("form", word(forms, shape.form)).number("x", shape.x).number("y", shape.y);
    out.number("width", shape.width).number("height", shape.height).text_if("label", shape.label);
    out.flag_if("pressed", shape.pressed).close_object();
  }
  out.close_array();
}

void write_node(Writer& out, const view::Node& node) {
  out.open_object().text("id", node.id).text("kind", kinds[node.kind.index()]).text("label", node.label);
  out.text_if("owner", node.owner);
  std::visit([&](const auto& made) { write(out, made); }, node.kind);
  out.close_object();
}

/// `name` null: an entry of a list.
void write_button(Writer& out, const char* name, const view::FootButton& button) {
  out.open_object(name).text("id", button.id).text("label", button.label);
  out.flag_if("disabled", button.disabled).close_object();
}

void write_chrome(Writer& out, const view::ViewModel& view) {
  out.text_if("hostTile", view.host_tile).text_if("hostName", view.host_name);
  out.text_if("hostLogo", view.host_logo);
  out.text_if("atsTile", view.ats_tile).text_if("atsName", view.ats_name);
  out.text_if("atsLogo", view.ats_logo);
  out.text_if("backLabel", view.back_label).text_if("closeLabel", view.close_label);
  out.text_if("helpLabel", view.help_label).text_if("textViewLabel", view.text_view_label);
}

}  // namespace

std::string write_view(const view::ViewModel& view) {
  Writer out;
  out.open_object().text("screen", view.screen).number("step", view.step).number("steps", view.steps);
  out.text_if("progress", view.progress).text("heading", view.heading).text_if("lead", view.lead);
  out.open_array("nodes");
  for (const view::Node& node : view.nodes) write_node(out, node);
  out.close_array();
  if (!view.english.empty()) out.texts("english", view.english);
  if (view.primary) write_button(out, "primary", *view.primary);
  out.open_array("secondary");
  for (const view::FootButton& button : view.secondary) write_button(out, nullptr, button);
  out.close_array();
  out.text_if("secondColumn", view.second_column);
  if (view.jump)
    out.open_object("jump").text("label", view.jump->label).text("to", view.jump->to).close_object();
  out.flag("canGoBack", view.can_go_back).flag("busy", view.busy);
  if (view.mood) out.text("mood", word(tones, *view.mood));
  write_chrome(out, view);
  if (view.announce) {
    out.open_object("announce").text("text", view.announce->text).flag("assertive", view.announce->assertive);
    out.close_object();
  }
  out.text_if("focus", view.focus).number("turn", view.turn).close_object();
  return out.take();
}

}  // namespace ats::codec
