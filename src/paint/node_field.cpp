#include <algorithm>

#include "paint/icons.hpp"
#include "paint/nodes.hpp"

namespace ats::paint {

namespace {

constexpr float field_inset = 14, field_icon = 20, small_icon = 16;

// `edge`: how wide the frame's edge is drawn.
void draw_suffix(Stage& stage, const view::Node& node, const ImRect& box, float edge) {
  const Paragraph text = stage.wrap(stage.type.body(), node.suffix, box.GetWidth() * 0.6f);
  const float width = text.width() + 2 * 12;
  const ImRect area(box.Max.x - width, box.Min.y + edge, box.Max.x - edge, box.Max.y - edge);
  stage.brush.fill(area, stage.theme.raised, radius - edge, ImDrawFlags_RoundCornersRight);
  stage.brush.fill({area.Min.x, area.Min.y, area.Min.x + stage.brush.pixel(), area.Max.y}, stage.theme.line,
                   0);
  stage.brush.text(text, {area.Min.x + 12, box.GetCenter().y - text.height() * 0.5f}, text.width(),
                   stage.theme.muted);
  stage.report(node.id + "/suffix", {box.Max.x - width, box.Min.y, box.Max.x, box.Max.y});
}

// Returns how wide its edge is.
float draw_frame(Stage& stage, const view::Node& node, const ImRect& box) {
  const Theme& theme = stage.theme;
  const Touch touch = stage.touch(node.id, box);
  const bool wrong = !node.error.empty(), readonly = node.state == "readonly";
  const Color rest = wrong ? theme.danger.ink : theme.border;
  const Color active = wrong ? theme.danger.ink : theme.accent;
  if (touch.focused) stage.brush.glow(box, active, radius);
  const Color edge = touch.focused ? active : mix(rest, theme.text, wrong ? 0.0f : 0.4f * touch.hover);
  const float weight = touch.focused || wrong ? 1.5f * stage.type.pixel_ratio() : 1;
  stage.brush.box(box, readonly ? theme.raised : theme.page, edge, radius, weight);
  return weight * stage.brush.pixel();
}

void draw_error(Stage& stage, const view::Node& node) {
  const float x = stage.left() + small_icon + 8, width = stage.right() - x;
  const Paragraph text = stage.wrap(stage.type.small(), node.error, width);
  const ImVec2 centre(stage.left() + small_icon * 0.5f, stage.y() + text.style.line * 0.5f);
  draw_icon(stage.brush, Icon::alert, centre, small_icon, stage.theme.danger.ink);
  stage.brush.text(text, {x, stage.y()}, width, stage.theme.danger.ink);
  stage.report(node.id + "/error", {x, stage.y(), stage.right(), stage.y() + text.height()});
  stage.advance(text.height());
}

}  // namespace

void draw_field(Stage& stage, const view::Node& node) {
  stage.write(node.id + "/label", stage.type.label(), node.label, stage.theme.text);
  stage.advance(6);
  const float height = std::max(field_height, stage.type.body().line + 26);
  const ImRect box(stage.left(), stage.y(), stage.right(), stage.y() + height);
  const float edge = draw_frame(stage, node, box);
  if (!node.suffix.empty()) draw_suffix(stage, node, box, edge);
  const ImVec2 right_end(box.Max.x - field_inset - field_icon * 0.5f, box.GetCenter().y);
  if (node.input == "search") draw_icon(stage.brush, Icon::search, right_end, field_icon, stage.theme.muted);
  if (node.input == "select")
    draw_icon(stage.brush, Icon::chevron_down, right_end, field_icon, stage.theme.muted);
  stage.advance(height);
  if (!node.error.empty()) {
    stage.advance(8);
    draw_error(stage, node);
  }
  if (!node.help.empty()) {
    stage.advance(node.error.empty() ? 8 : 4);
    stage.write(node.id + "/help", stage.type.small(), node.help, stage.theme.muted);
  }
}

void draw_field_button(Stage& stage, const view::Node& node, const ImRect& box) {
  const ImRect square(box.Max.x - target - 2, box.GetCenter().y - target * 0.5f, box.Max.x - 2,
                      box.GetCenter().y + target * 0.5f);
  const Touch touch = stage.touch(node.id, square);
  ImRect ground = square;
  ground.Expand(-4);
  if (touch.focused) stage.brush.glow(ground, stage.theme.accent, radius - 4);
  stage.brush.fill(ground, fade(mix(stage.theme.raised, stage.theme.pressed, touch.press), touch.hover),
                   radius - 4);
  draw_icon(stage.brush, node.state == "pressed" ? Icon::eye_off : Icon::eye, square.GetCenter(), field_icon,
            mix(stage.theme.muted, stage.theme.text, touch.hover));
}

}  // namespace ats::paint
