#include "codec/outbound.hpp"
#include "codec/writer.hpp"

namespace ats::codec {
namespace {

/// In the order of view::NodeKind.
constexpr const char* kind_names[] = {"text",  "heading", "list",   "choice", "field",
                                      "check", "link",    "button", "status", "notice"};

bool has_items(const view::Node& node) {
  return node.kind == view::NodeKind::list || (node.kind == view::NodeKind::field && node.input == "select");
}

void write_items(Writer& out, const std::vector<view::Item>& items) {
  out.open_array("items");
  for (const view::Item& item : items) {
    out.open_object().text("label", item.label).text_if("detail", item.detail).text_if("state", item.state);
    out.close_object();
  }
  out.close_array();
}

void write_node(Writer& out, const view::Node& node) {
  out.open_object().text("id", node.id).text("kind", kind_names[static_cast<int>(node.kind)]);
  out.text("label", node.label).text_if("help", node.help).text_if("error", node.error);
  out.text_if("value", node.value).text_if("state", node.state).text_if("href", node.href);
  out.text_if("input", node.input).text_if("suffix", node.suffix).text_if("example", node.example);
  out.text_if("autocomplete", node.autocomplete).text_if("tile", node.tile).text_if("owner", node.owner);
  if (has_items(node)) write_items(out, node.items);
  out.close_object();
}

/// `name` null: an entry of a list.
void write_button(Writer& out, const char* name, const view::Button& button) {
  out.open_object(name).text("id", button.id).text("label", button.label);
  if (button.disabled) out.flag("disabled", true);
  out.close_object();
}

void write_chrome(Writer& out, const view::ViewModel& view) {
  out.text_if("hostTile", view.host_tile).text_if("hostName", view.host_name);
  out.text_if("atsTile", view.ats_tile).text_if("atsName", view.ats_name);
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
  if (view.primary) write_button(out, "primary", *view.primary);
  out.open_array("secondary");
  for (const view::Button& button : view.secondary) write_button(out, nullptr, button);
  out.close_array();
  out.flag("canGoBack", view.can_go_back).flag("busy", view.busy).text_if("mood", view.mood);
  write_chrome(out, view);
  if (view.announce) {
    out.open_object("announce").text("text", view.announce->text).flag("assertive", view.announce->assertive);
    out.close_object();
  }
  out.text_if("focus", view.focus).number("turn", view.turn).close_object();
  return out.take();
}

}  // namespace ats::codec
