#include <algorithm>

#include "paint/icons.hpp"
#include "paint/nodes.hpp"

namespace ats::paint {

namespace {

constexpr float mark_size = 20, list_indent = 28;

void draw_mark(Stage& stage, view::Mark mark, ImVec2 centre) {
  const Theme& theme = stage.theme;
  if (mark == view::Mark::done)
    return draw_icon(stage.brush, Icon::check, centre, mark_size, theme.success.ink);
  if (mark == view::Mark::failed)
    return draw_icon(stage.brush, Icon::cross, centre, mark_size, theme.danger.ink);
  if (mark == view::Mark::unknown) return draw_icon(stage.brush, Icon::info, centre, mark_size, theme.muted);
  stage.brush.disc(centre, 3, theme.muted);
}

// `inset`: of the card around the list, 0 without one.
float item_height(Stage& stage, const view::Item& item, float inset) {
  const float width = stage.width() - list_indent - 2 * inset;
  const float detail = item.detail.empty() ? 0 : stage.wrap(stage.type.small(), item.detail, width).height();
  return stage.wrap(stage.type.body(), item.label, width).height() + detail;
}

void draw_item(Stage& stage, const std::string& id, const view::Item& item, float inset) {
  const float x = stage.left() + inset + list_indent, width = stage.width() - list_indent - 2 * inset;
  const float top = stage.y();
  const Paragraph label = stage.wrap(stage.type.body(), item.label, width);
  draw_mark(stage, item.mark, {stage.left() + inset + mark_size * 0.5f, top + label.style.line * 0.5f});
  stage.brush.text(label, {x, top}, width, stage.theme.text);
  float height = label.height();
  if (!item.detail.empty()) {
    const Paragraph detail = stage.wrap(stage.type.small(), item.detail, width);
    stage.brush.text(detail, {x, top + height}, width, stage.theme.muted);
    height += detail.height();
  }
  stage.report(id, {x, top, x + width, top + height});
  stage.advance(height);
}

}  // namespace

void draw(Stage& stage, const view::Node& node, const view::List& list) {
  if (!node.label.empty()) {
    stage.write(node.id + "/label", stage.type.small_strong(), node.label, stage.theme.muted);
    stage.advance(8);
  }
  // Facts (with a detail or a result) lie on a card, sentences stand on the page.
  const bool facts = std::any_of(list.items.begin(), list.items.end(), [](const view::Item& item) {
    return !item.detail.empty() || item.mark != view::Mark::none;
  });
  const float inset = facts ? 16 : 0, space = facts ? 24 : 12;
  if (facts) {
    float height = 2 * 14 + space * static_cast<float>(list.items.size() - 1);
    for (const view::Item& item : list.items) height += item_height(stage, item, inset);
    stage.brush.fill({stage.left(), stage.y(), stage.right(), stage.y() + height}, stage.theme.raised,
                     stage.theme.radius);
    stage.advance(14);
  }
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (i > 0) stage.advance(space);
    if (i > 0 && facts)
      stage.brush.rule(stage.left() + inset, stage.right() - inset, stage.y() - space * 0.5f,
                       stage.theme.line);
    draw_item(stage, node.id + "/" + std::to_string(i), list.items[i], inset);
  }
  if (facts) stage.advance(14);
}

}  // namespace ats::paint
