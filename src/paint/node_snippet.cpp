#include <algorithm>

#include "paint/icons.hpp"
#include "paint/nodes.hpp"

namespace ats::paint {

// The text and what it means, and at the right end of its line the button that copies it.
void draw(Stage& stage, const view::Node& node, const view::Snippet& snippet) {
  constexpr float padding = 10, icon_size = 18, gap = 6;
  const Theme& theme = stage.theme;
  const Paragraph copy = stage.wrap(stage.type.small_strong(), snippet.button, stage.width() * 0.5f);
  const float button = copy.width() + icon_size + gap + 2 * padding;
  const float width = stage.width() - button - 8;
  const Paragraph label = stage.wrap(stage.type.label(), node.label, width);
  const Paragraph help = stage.wrap(stage.type.small(), snippet.help, width);
  const float inner = label.height() + (snippet.help.empty() ? 0 : help.height());
  const float height = std::max({target, inner + 4, copy.height() + 16});
  const float left = stage.left(), top = stage.y() + (height - inner) * 0.5f;

  stage.brush.text(label, {left, top}, width, theme.text);
  stage.report(node.id + "/label", {left, top, left + width, top + label.height()});
  if (!snippet.help.empty()) {
    const float below = top + label.height();
    stage.brush.text(help, {left, below}, width, theme.muted);
    stage.report(node.id + "/help", {left, below, left + width, below + help.height()});
  }

  const ImRect box(stage.right() - button, stage.y(), stage.right(), stage.y() + height);
  const Touch touch = stage.touch(node.id, box);
  ImRect ground = box;
  ground.Expand(-4);
  const Color under = mix(theme.page, mix(theme.raised, theme.pressed, touch.press), touch.hover);
  if (touch.focused) stage.brush.glow(ground, theme.link.ink, stage.theme.radius_inside(4));
  if (touch.hover > 0) stage.brush.fill(ground, under, stage.theme.radius_inside(4));
  const Color ink = theme.on(under, theme.link.ink);
  const float x = box.Min.x + padding, middle = box.GetCenter().y;
  draw_icon(stage.brush, snippet.copied ? Icon::check : Icon::copy, {x + icon_size * 0.5f, middle}, icon_size,
            snippet.copied ? theme.on(under, theme.success.ink) : ink);
  stage.brush.text(copy, {x + icon_size + gap, middle - copy.height() * 0.5f}, copy.width(), ink);
  stage.advance(height);
}

}  // namespace ats::paint
