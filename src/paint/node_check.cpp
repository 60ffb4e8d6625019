#include <algorithm>

#include "paint/icons.hpp"
#include "paint/nodes.hpp"

namespace ats::paint {

void draw(Stage& stage, const view::Node& node, const view::Check& check) {
  constexpr float box_size = 20, indent = 32;
  const Theme& theme = stage.theme;
  const float width = stage.width() - indent;
  const Paragraph label = stage.wrap(stage.type.body(), node.label, width);
  const float height = std::max(target, label.height() + 16);
  const ImRect row(stage.left(), stage.y(), stage.right(), stage.y() + height);
  const Touch touch = stage.touch(node.id, row);
  const float on = stage.motion.settled(key_of(node.id + "/on"), check.on);

  const float text_top = row.Min.y + (height - label.height()) * 0.5f;
  const float middle = text_top + label.style.line * 0.5f;
  const ImRect box(row.Min.x, middle - box_size * 0.5f, row.Min.x + box_size, middle + box_size * 0.5f);
  if (touch.focused) stage.brush.glow(box, theme.link.ink, small_radius);
  const Color empty = mix(theme.page, theme.pressed, std::max(touch.hover, touch.press));
  const Color edge = mix(mix(theme.border, theme.text, 0.4f * touch.hover), theme.link.ink, on);
  stage.brush.box(box, mix(empty, theme.accent, on), edge, small_radius, 1.25f * stage.type.pixel_ratio());
  draw_check(stage.brush, box.GetCenter(), 16, theme.on_accent, on, 2);

  const float x = row.Min.x + indent;
  stage.brush.text(label, {x, text_top}, width, theme.text);
  stage.report(node.id + "/label", {x, text_top, row.Max.x, text_top + label.height()});
  stage.advance(height);
}

}  // namespace ats::paint
