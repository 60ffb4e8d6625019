#include "paint/content.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "paint/icons.hpp"
#include "paint/node_choice.hpp"
#include "paint/node_field.hpp"
#include "paint/node_picture.hpp"
#include "paint/node_pressable.hpp"
#include "paint/node_text.hpp"

namespace ats::paint {
namespace {

template <class Made>
bool is(const view::Node& node) {
  return std::holds_alternative<Made>(node.kind);
}

template <class Made>
bool both(const view::Node& above, const view::Node& below) {
  return is<Made>(above) && is<Made>(below);
}

// In a step: words, what is copied and a link stand close to them, what is larger apart.
float gap_in_step(const view::Node& below) {
  if (is<view::Link>(below)) return 0;
  return is<view::Text>(below) || is<view::Snippet>(below) ? 4 : 8;
}

/// Draws one node at the stage's height and moves the stage on; each kind is drawn by one of node_*.cpp.
void draw_node(Stage& stage, const view::Node& node) {
  std::visit([&](const auto& made) { draw(stage, node, made); }, node.kind);
}

/// The space above a node that follows `above`; both of the content.
float gap_between(const view::Node& above, const view::Node& below) {
  if (is<view::Heading>(below)) return 24;
  if (is<view::Heading>(above) || both<view::Choice>(above, below)) return 8;
  if (both<view::Status>(above, below) || both<view::Snippet>(above, below)) return 0;
  if (is<view::Step>(below) && (is<view::Step>(above) || !above.owner.empty())) return 8;
  if (!below.owner.empty() && (below.owner == above.owner || is<view::Step>(above)))
    return gap_in_step(below);
  const auto* button = std::get_if<view::Button>(&below.kind);
  if (button != nullptr && (!below.owner.empty() || is<view::Choice>(above))) return 8;
  return 16;
}

void draw_mood(Stage& stage, view::Tone mood) {
  constexpr float size = 56;
  constexpr double draw_seconds = 0.18;
  const Theme& theme = stage.theme;
  const Tone& tone = mood == view::Tone::success   ? theme.success
                     : mood == view::Tone::warning ? theme.warning
                                                   : theme.danger;
  const ImRect square(stage.left(), stage.y(), stage.left() + size, stage.y() + size);
  stage.brush.disc(square.GetCenter(), size * 0.5f, tone.soft);
  if (mood == view::Tone::success) {
    draw_check(stage.brush, square.GetCenter(), 32, tone.ink_on_soft, stage.motion.progress(draw_seconds), 3);
  } else {
    draw_icon(stage.brush, Icon::warning, {square.GetCenter().x, square.GetCenter().y - 1}, 28,
              tone.ink_on_soft);
  }
  stage.report("mood", square);
  stage.advance(size + 16);
}

/// Two that are copied share a line where there are columns: as high as the higher one.
void draw_pair(Stage& stage, const view::Node& one, const view::Node& other) {
  const float left = stage.left(), right = stage.right(), top = stage.y();
  const float width = std::round((stage.width() - pair_gap) * 0.5f);
  stage.stand(left, left + width, top);
  draw_node(stage, one);
  const float end = stage.y();
  stage.stand(right - width, right, top);
  draw_node(stage, other);
  stage.stand(left, right, std::max(end, stage.y()));
}

/// One below the other, from `first` up to `last`.
void draw_column(Stage& stage, const view::Node* first, const view::Node* last, float gap, bool pairs) {
  const view::Node* above = nullptr;
  const view::Node* step = nullptr;
  const float left = stage.left();
  for (const view::Node* node = first; node != last; ++node) {
    // The rest is another time's.
    if (stage.type.fell_short()) return;
    // It lies in its field, so it has no place of its own.
    if (is<view::Reveal>(*node)) {
      draw_node(stage, *node);
      continue;
    }
    if (is<view::Step>(*node)) step = node;
    const bool inside = step != nullptr && node->owner == step->id;
    stage.space(above == nullptr ? gap : gap_between(*above, *node));
    stage.stand(inside ? left + step_indent : left, stage.right(), stage.y());
    const view::Node* next = node + 1;
    if (pairs && next != last && both<view::Snippet>(*node, *next) && node->owner == next->owner) {
      draw_pair(stage, *node, *next);
      node = next;
    } else {
      draw_node(stage, *node);
    }
    stage.stand(left, stage.right(), stage.y());
    above = node;
  }
}

const view::Node* begin_of_second(const view::ViewModel& view) {
  const auto begins = [&view](const view::Node& node) { return node.id == view.second_column; };
  return std::find_if(view.nodes.data(), view.nodes.data() + view.nodes.size(), begins);
}

void draw_nodes(Stage& stage, const view::ViewModel& view) {
  const view::Node *first = view.nodes.data(), *last = first + view.nodes.size();
  if (!has_two_columns(stage, view)) return draw_column(stage, first, last, 20, false);
  const view::Node* second = begin_of_second(view);
  const float left = stage.left(), right = stage.right(), top = stage.y(), beside = second_column(stage);
  stage.stand(left, beside - column_gap, top);
  draw_column(stage, first, second, 16, true);
  const float end = stage.y();
  stage.stand(beside, right, top);
  draw_column(stage, second, last, 16, true);
  stage.stand(left, right, std::max(end, stage.y()));
}

}  // namespace

bool has_two_columns(const Stage& stage, const view::ViewModel& view) {
  return !view.second_column.empty() && stage.input.width >= two_columns * stage.type.text_scale();
}

float second_column(const Stage& stage) {
  const float both = stage.width() - column_gap;
  const float second = std::min(both * 0.4f, most_of_second * stage.type.text_scale());
  return std::round(stage.right() - second);
}

void draw_content(Stage& stage, const view::ViewModel& view) {
  const bool beside = has_two_columns(stage, view);
  stage.space(beside ? 12.0f : 16.0f);
  if (view.mood) draw_mood(stage, *view.mood);
  stage.write("heading", stage.type.title(), view.heading, stage.theme.text);
  if (!view.lead.empty()) {
    stage.space(8);
    stage.write("lead", stage.type.body(), view.lead, stage.theme.muted);
  }
  // Where nothing is fixed, what leads to the field stands before what it leads past.
  if (view.jump && stage.low && !beside) {
    stage.advance(8);
    draw_text_button(stage, "jump", view.jump->label, false);
  }
  draw_nodes(stage, view);
  stage.space(beside ? 12.0f : 24.0f);
}

}  // namespace ats::paint
