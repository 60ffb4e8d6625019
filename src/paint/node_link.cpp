#include <algorithm>

#include "paint/icons.hpp"
#include "paint/nodes.hpp"

namespace ats::paint {

void draw(Stage& stage, const view::Node& node, const view::Link& link) {
  constexpr float icon_size = 16, gap = 6;
  const bool mail = link.icon == view::Icon::mail;
  const Paragraph label = stage.wrap(stage.type.strong(), node.label, stage.width() - icon_size - gap);
  const float height = std::max(target, label.height() + 12);
  const float right =
      std::min(stage.right(), stage.left() + std::max(target, label.width() + gap + icon_size));
  const ImRect area(stage.left(), stage.y(), right, stage.y() + height);
  const Touch touch = stage.touch(node.id, area);
  const Color ink = mix(stage.theme.link.ink, stage.theme.text, 0.5f * touch.press);
  const float top = stage.y() + (height - label.height()) * 0.5f;

  const ImRect text(stage.left(), top, stage.left() + label.width(), top + label.height());
  if (touch.focused)
    stage.brush.glow({text.Min.x - 4, text.Min.y, right + 4, text.Max.y}, stage.theme.link.ink, small_radius);
  stage.brush.text(label, text.Min, label.width(), ink);
  for (std::size_t line = 0; line < label.lines.size(); ++line) {
    const float under = top + label.style.line * static_cast<float>(line + 1) - 2;
    stage.brush.rule(text.Min.x, text.Min.x + label.lines[line].width, under,
                     fade(ink, 0.35f + 0.65f * touch.hover));
  }
  const float last = label.lines.back().width, middle = text.Max.y - label.style.line * 0.5f;
  draw_icon(stage.brush, mail ? Icon::mail : Icon::external,
            {text.Min.x + last + gap + icon_size * 0.5f, middle}, icon_size, ink);
  stage.advance(height);
}

}  // namespace ats::paint
