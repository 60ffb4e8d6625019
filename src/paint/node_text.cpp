#include "paint/node_text.hpp"

#include <algorithm>
#include <string>

#include "paint/icons.hpp"

namespace ats::paint {

void draw(Stage& stage, const view::Node& node, const view::Text&) {
  if (!node.owner.empty()) return stage.write(node.id, stage.type.small(), node.label, stage.theme.muted);
  stage.write(node.id, stage.type.body(), node.label, stage.theme.text);
}

void draw(Stage& stage, const view::Node& node, const view::Heading&) {
  stage.write(node.id, stage.type.section(), node.label, stage.theme.text);
}

void draw(Stage& stage, const view::Node& node, const view::Step& step) {
  const float left = stage.left(), x = left + step_indent, width = stage.right() - x;
  const Paragraph label = stage.wrap(stage.type.body(), node.label, width);
  const std::string digits = std::to_string(step.number);
  const Paragraph number = stage.wrap(stage.type.small_strong(), digits, width);
  // The ring is as high as a line, so that larger text has room in it.
  const float ring = label.style.line;
  stage.brush.disc({left + ring * 0.5f, stage.y() + ring * 0.5f}, ring * 0.5f, stage.theme.link.soft);
  const float top = stage.y() + (ring - number.height()) * 0.5f;
  stage.brush.text(number, {left, top}, ring, stage.theme.link.ink_on_soft, Align::center);
  stage.report(node.id + "/number", {left, stage.y(), left + ring, stage.y() + ring});
  stage.brush.text(label, {x, stage.y()}, width, stage.theme.text);
  stage.report(node.id, {x, stage.y(), stage.right(), stage.y() + label.height()});
  stage.advance(label.height());
}

namespace {

constexpr float status_icon = 20, status_indent = 32;

void draw_phase(Stage& stage, view::Phase phase, ImVec2 centre) {
  const Theme& theme = stage.theme;
  switch (phase) {
    case view::Phase::done:
      stage.brush.disc(centre, status_icon * 0.5f, theme.success.soft);
      return draw_icon(stage.brush, Icon::check, centre, 14, theme.success.ink_on_soft);
    case view::Phase::failed:
      stage.brush.disc(centre, status_icon * 0.5f, theme.danger.soft);
      return draw_icon(stage.brush, Icon::cross, centre, 14, theme.danger.ink_on_soft);
    case view::Phase::checking:
      return draw_spinner(stage.brush, centre, 8, theme.link.ink, theme.pressed, stage.motion.turn());
    case view::Phase::waiting:
      return draw_icon(stage.brush, Icon::clock, centre, status_icon, theme.muted);
  }
}

}  // namespace

void draw(Stage& stage, const view::Node& node, const view::Status& status) {
  const float x = stage.left() + status_indent, width = stage.width() - status_indent;
  const Paragraph label = stage.wrap(stage.type.body(), node.label, width);
  const Paragraph help = stage.wrap(stage.type.small(), status.help, width);
  const float inner = label.height() + (status.help.empty() ? 0 : help.height());
  const float height = std::max(target, inner + 20);
  const float top = stage.y() + (height - inner) * 0.5f;
  draw_phase(stage, status.phase, {stage.left() + status_icon * 0.5f, top + label.style.line * 0.5f});
  stage.brush.text(label, {x, top}, width,
                   status.phase == view::Phase::waiting ? stage.theme.muted : stage.theme.text);
  stage.report(node.id, {stage.left(), stage.y(), stage.right(), stage.y() + height});
  stage.report(node.id + "/label", {x, top, stage.right(), top + label.height()});
  if (!status.help.empty()) {
    const float below = top + label.height();
    stage.brush.text(help, {x, below}, width, stage.theme.muted);
    stage.report(node.id + "/help", {x, below, stage.right(), below + help.height()});
  }
  stage.advance(height);
  stage.brush.rule(stage.left(), stage.right(), stage.y() - stage.brush.pixel(), stage.theme.line);
}

namespace {

struct Look {
  const Tone& tone;
  Icon icon;
};

Look look_of(const Theme& theme, view::Tone tone) {
  switch (tone) {
    case view::Tone::success:
      return {theme.success, Icon::check};
    case view::Tone::warning:
      return {theme.warning, Icon::warning};
    case view::Tone::danger:
      return {theme.danger, Icon::warning};
    case view::Tone::info:
      return {theme.info, Icon::info};
  }
  return {theme.info, Icon::info};
}

}  // namespace

void draw(Stage& stage, const view::Node& node, const view::Notice& notice) {
  constexpr float padding = 12, icon_size = 20;
  const Look look = look_of(stage.theme, notice.tone);
  const float x = stage.left() + padding + icon_size + 8, width = stage.right() - padding - x;
  const Paragraph label = stage.wrap(stage.type.body(), node.label, width);
  const float height = label.height() + 2 * padding;
  const ImRect box(stage.left(), stage.y(), stage.right(), stage.y() + height);
  const Color edge = mix(look.tone.soft, look.tone.ink, 0.18f);
  stage.brush.box(box, look.tone.soft, edge, stage.theme.radius);
  draw_icon(stage.brush, look.icon,
            {box.Min.x + padding + icon_size * 0.5f, box.Min.y + padding + label.style.line * 0.5f},
            icon_size, look.tone.ink_on_soft);
  stage.brush.text(label, {x, box.Min.y + padding}, width, stage.theme.text);
  stage.report(node.id, box);
  stage.report(node.id + "/label", {x, box.Min.y + padding, x + width, box.Max.y - padding});
  stage.advance(height);
}

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
