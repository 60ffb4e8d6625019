#include "paint/node_pressable.hpp"

#include <algorithm>

#include "paint/icons.hpp"

namespace ats::paint {

// A button of the content: outlined, over the whole width; one that belongs to another node is tinted, as
// wide as its label.
void draw(Stage& stage, const view::Node& node, const view::Button& button) {
  constexpr float padding = 16, icon_size = 18, gap = 8;
  const Theme& theme = stage.theme;
  const bool offered = !node.owner.empty(), copy = button.icon == view::Icon::copy;
  const float lead = copy ? icon_size + gap : 0;
  const Paragraph label = stage.wrap(stage.type.strong(), node.label, stage.width() - 2 * padding - lead);
  const float height = std::max(target, label.height() + 20);
  const float width = offered ? std::min(stage.width(), label.width() + lead + 2 * padding) : stage.width();
  const ImRect box(stage.left(), stage.y(), stage.left() + width, stage.y() + height);
  const Touch touch = stage.touch(node.id, box);

  const float hover = touch.hover, press = touch.press;
  const Color rest = offered ? theme.link.soft : theme.page;
  const Color ground = mix(mix(rest, theme.raised, offered ? 0 : hover), theme.pressed, press * 0.8f);
  const Color edge = offered ? mix(theme.link.soft, theme.link.ink, 0.35f + 0.65f * hover)
                             : mix(theme.border, theme.text, 0.4f * hover);
  const Color ink = offered ? theme.on(ground, theme.link.ink_on_soft) : theme.text;
  if (touch.focused) stage.brush.glow(box, theme.link.ink, theme.radius);
  stage.brush.box(box, ground, edge, theme.radius);
  const float x = box.GetCenter().x - (label.width() + lead) * 0.5f;
  if (copy) draw_icon(stage.brush, Icon::copy, {x + icon_size * 0.5f, box.GetCenter().y}, icon_size, ink);
  stage.brush.text(label, {x + lead, box.GetCenter().y - label.height() * 0.5f}, label.width(), ink,
                   Align::center);
  stage.advance(height);
}

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

void draw_text_button(Stage& stage, const std::string& id, const std::string& text, bool disabled) {
  const Theme& theme = stage.theme;
  const Paragraph label = stage.wrap(stage.type.strong(), text, stage.width() - 32);
  const float height = std::max(target, label.height() + 22);
  const ImRect box(stage.left(), stage.y(), stage.right(), stage.y() + height);
  const Touch touch = stage.touch(id, box);
  if (touch.focused) stage.brush.glow(box, theme.link.ink, theme.radius);
  const Color ground = mix(theme.page, mix(theme.raised, theme.pressed, touch.press), touch.hover);
  if (!disabled && touch.hover > 0) stage.brush.fill(box, ground, theme.radius);
  stage.brush.text(label, {box.Min.x + 16, box.GetCenter().y - label.height() * 0.5f}, box.GetWidth() - 32,
                   disabled ? theme.on_disabled : theme.on(ground, theme.link.ink), Align::center);
  stage.advance(height);
}

}  // namespace ats::paint
