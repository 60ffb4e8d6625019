#include "paint/node_choice.hpp"

#include <algorithm>
#include <cmath>

#include "paint/icons.hpp"

namespace ats::paint {
namespace {

constexpr float choice_tile = 40, choice_inset = 12, choice_gap = 12, chevron_size = 20, chip_padding = 8;

void draw_chip(Stage& stage, const Paragraph& text, ImVec2 at) {
  const ImRect chip(at.x, at.y, at.x + text.width() + 2 * chip_padding, at.y + text.height() + 4);
  stage.brush.pill(chip, stage.theme.link.soft);
  stage.brush.text(text, {at.x + chip_padding, at.y + 2}, text.width(), stage.theme.link.ink_on_soft);
}

}  // namespace

void draw_tile(Stage& stage, ImVec2 corner, float size, const std::string& letters, bool strong) {
  const ImRect square(corner.x, corner.y, corner.x + size, corner.y + size);
  const Theme& theme = stage.theme;
  stage.brush.box(square, strong ? theme.link.soft : theme.raised, strong ? theme.link.soft : theme.line,
                  size * 0.25f);
  TextStyle style = size < 36 ? stage.type.small_strong() : stage.type.strong();
  Paragraph text = stage.wrap(style, letters, 1000);
  // Wide letters at a large text size shrink to the tile instead of leaving it.
  if (text.width() > size - 6) {
    style.size = std::max(8.0f, std::floor(style.size * (size - 6) / text.width()));
    text = stage.wrap(style, letters, 1000);
  }
  stage.brush.text(text, {corner.x, corner.y + (size - style.line) * 0.5f}, size,
                   strong ? theme.link.ink_on_soft : theme.text, Align::center);
}

void draw(Stage& stage, const view::Node& node, const view::Choice& choice) {
  const Theme& theme = stage.theme;
  const bool recommended = choice.recommended;
  const float tile = choice.tile.empty() ? 0 : std::max(choice_tile, stage.type.strong().line + 8);
  const float x = stage.left() + choice_inset + (tile > 0 ? tile + choice_gap : 4);
  const float width = stage.right() - choice_inset - chevron_size - 4 - x;

  const Paragraph label =
      stage.wrap(stage.type.strong(), choice.title.empty() ? node.label : choice.title, width);
  const Paragraph help = stage.wrap(stage.type.small(), choice.help, width);
  const Paragraph chip = stage.wrap(stage.type.small_strong(), choice.chip, width - 2 * chip_padding);
  const float help_height = choice.help.empty() ? 0 : help.height() + 2;
  const float chip_height = choice.chip.empty() ? 0 : chip.height() + 4 + 6;
  const float inner = label.height() + help_height + chip_height;
  const float height = std::max(theme.compact ? 56.0f : 64.0f, inner + 2 * (theme.compact ? 8.0f : 12.0f));
  const ImRect row(stage.left(), stage.y(), stage.right(), stage.y() + height);

  const Touch touch = stage.touch(node.id, row);
  const Color ground = mix(mix(theme.page, theme.raised, touch.hover), theme.pressed, touch.press);
  const Color edge = recommended ? theme.link.ink : mix(theme.line, theme.border, touch.hover * 0.6f);
  if (touch.focused) stage.brush.glow(row, theme.link.ink, theme.radius);
  stage.brush.box(row, ground, edge, theme.radius, recommended ? stage.type.pixel_ratio() : 1);

  if (tile > 0)
    draw_tile(stage, {row.Min.x + choice_inset, row.GetCenter().y - tile * 0.5f}, tile, choice.tile,
              recommended);
  // The elements show it over the letters, which stay where it does not load.
  if (!choice.logo.empty()) {
    const float x0 = row.Min.x + choice_inset, y0 = row.GetCenter().y - tile * 0.5f;
    stage.report(node.id + "/tile", {x0, y0, x0 + tile, y0 + tile});
  }
  float y = row.Min.y + (height - inner) * 0.5f;
  stage.brush.text(label, {x, y}, width, theme.text);
  stage.report(node.id + "/label", {x, y, x + width, y + label.height()});
  y += label.height();
  if (!choice.help.empty()) {
    y += 2;
    stage.brush.text(help, {x, y}, width, theme.on(ground, theme.muted));
    stage.report(node.id + "/help", {x, y, x + width, y + help.height()});
    y += help.height();
  }
  if (!choice.chip.empty()) draw_chip(stage, chip, {x, y + 6});
  const float nudge = 2 * touch.hover;
  const Color arrow = recommended ? theme.link.ink : theme.muted;
  draw_icon(stage.brush, Icon::chevron,
            {row.Max.x - choice_inset - chevron_size * 0.5f + nudge, row.GetCenter().y}, chevron_size, arrow);
  stage.advance(height);
}

}  // namespace ats::paint
