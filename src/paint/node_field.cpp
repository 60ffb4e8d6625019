#include "paint/node_field.hpp"

#include <algorithm>
#include <string>

#include "paint/icons.hpp"

namespace ats::paint {
namespace {

constexpr float field_inset = 14, field_icon = 20, small_icon = 16;

// `edge`: how wide the frame's edge is drawn.
void draw_suffix(Stage& stage, const view::Node& node, const std::string& suffix, const ImRect& box,
                 float edge) {
  const Paragraph text = stage.wrap(stage.type.body(), suffix, box.GetWidth() * 0.6f);
  const float width = text.width() + 2 * 12;
  const ImRect area(box.Max.x - width, box.Min.y + edge, box.Max.x - edge, box.Max.y - edge);
  stage.brush.fill(area, stage.theme.raised, stage.theme.radius_inside(edge), ImDrawFlags_RoundCornersRight);
  stage.brush.fill({area.Min.x, area.Min.y, area.Min.x + stage.brush.pixel(), area.Max.y}, stage.theme.line,
                   0);
  stage.brush.text(text, {area.Min.x + 12, box.GetCenter().y - text.height() * 0.5f}, text.width(),
                   stage.theme.muted);
  stage.report(node.id + "/suffix", {box.Max.x - width, box.Min.y, box.Max.x, box.Max.y});
}

// Returns how wide its edge is.
float draw_frame(Stage& stage, const view::Node& node, const view::Field& field, const ImRect& box) {
  const Theme& theme = stage.theme;
  const Touch touch = stage.touch(node.id, box);
  const bool wrong = !field.error.empty();
  const Color rest = wrong ? theme.danger.ink : theme.border;
  const Color active = wrong ? theme.danger.ink : theme.link.ink;
  if (touch.focused) stage.brush.glow(box, active, stage.theme.radius);
  const Color edge = touch.focused ? active : mix(rest, theme.text, wrong ? 0.0f : 0.4f * touch.hover);
  const float weight = touch.focused || wrong ? 1.5f * stage.type.pixel_ratio() : 1;
  stage.brush.box(box, field.readonly ? theme.raised : theme.page, edge, stage.theme.radius, weight);
  return weight * stage.brush.pixel();
}

void draw_error(Stage& stage, const view::Node& node, const std::string& error) {
  const float x = stage.left() + small_icon + 8, width = stage.right() - x;
  const Paragraph text = stage.wrap(stage.type.small(), error, width);
  const ImVec2 centre(stage.left() + small_icon * 0.5f, stage.y() + text.style.line * 0.5f);
  draw_icon(stage.brush, Icon::alert, centre, small_icon, stage.theme.danger.ink);
  stage.brush.text(text, {x, stage.y()}, width, stage.theme.danger.ink);
  stage.report(node.id + "/error", {x, stage.y(), stage.right(), stage.y() + text.height()});
  stage.advance(text.height());
}

}  // namespace

void draw(Stage& stage, const view::Node& node, const view::Field& field) {
  stage.write(node.id + "/label", stage.type.label(), node.label, stage.theme.text);
  stage.advance(6);
  const float height = stage.control_height(stage.type.body().line);
  const ImRect box(stage.left(), stage.y(), stage.right(), stage.y() + height);
  const float edge = draw_frame(stage, node, field, box);
  if (!field.suffix.empty()) draw_suffix(stage, node, field.suffix, box, edge);
  const ImVec2 right_end(box.Max.x - field_inset - field_icon * 0.5f, box.GetCenter().y);
  if (field.input == view::Input::search)
    draw_icon(stage.brush, Icon::search, right_end, field_icon, stage.theme.muted);
  if (field.input == view::Input::select)
    draw_icon(stage.brush, Icon::chevron_down, right_end, field_icon, stage.theme.muted);
  stage.advance(height);
  if (!field.error.empty()) {
    stage.advance(8);
    draw_error(stage, node, field.error);
  }
  if (!field.help.empty()) {
    stage.advance(field.error.empty() ? 8 : 4);
    stage.write(node.id + "/help", stage.type.small(), field.help, stage.theme.muted);
  }
}

void draw(Stage& stage, const view::Node& node, const view::Reveal& reveal) {
  const auto& rects = stage.rects();
  const auto owner =
      std::find_if(rects.begin(), rects.end(), [&](const Rect& rect) { return rect.id == node.owner; });
  if (owner == rects.end()) return;
  const ImRect box(owner->x, owner->y, owner->x + owner->width, owner->y + owner->height);
  const ImRect square(box.Max.x - target - 2, box.GetCenter().y - target * 0.5f, box.Max.x - 2,
                      box.GetCenter().y + target * 0.5f);
  const Touch touch = stage.touch(node.id, square);
  ImRect ground = square;
  ground.Expand(-4);
  if (touch.focused) stage.brush.glow(ground, stage.theme.link.ink, stage.theme.radius_inside(4));
  stage.brush.fill(ground, fade(mix(stage.theme.raised, stage.theme.pressed, touch.press), touch.hover),
                   stage.theme.radius_inside(4));
  draw_icon(stage.brush, reveal.shown ? Icon::eye_off : Icon::eye, square.GetCenter(), field_icon,
            mix(stage.theme.muted, stage.theme.text, touch.hover));
}

}  // namespace ats::paint
