#include <algorithm>
#include <cmath>
#include <variant>

#include "paint/nodes.hpp"
#include "paint/regions.hpp"

namespace ats::paint {

namespace {

/// One below the other, from `first` up to `last`.
void draw_column(Stage& stage, const view::Node* first, const view::Node* last, float gap) {
  const view::Node* above = nullptr;
  const view::Node* step = nullptr;
  const float left = stage.left();
  for (const view::Node* node = first; node != last; ++node) {
    // The rest is another time's.
    if (stage.type.fell_short()) return;
    // It lies in its field, so it has no place of its own.
    if (std::holds_alternative<view::Reveal>(node->kind)) {
      draw_node(stage, *node);
      continue;
    }
    if (std::holds_alternative<view::Step>(node->kind)) step = node;
    const bool inside = step != nullptr && node->owner == step->id;
    stage.space(above == nullptr ? gap : gap_between(*above, *node));
    stage.stand(inside ? left + step_indent : left, stage.right(), stage.y());
    draw_node(stage, *node);
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
  if (!has_two_columns(stage, view)) return draw_column(stage, first, last, 20);
  const view::Node* second = begin_of_second(view);
  const float left = stage.left(), right = stage.right(), top = stage.y(), beside = second_column(stage);
  stage.stand(left, beside - column_gap, top);
  draw_column(stage, first, second, 20);
  const float end = stage.y();
  stage.stand(beside, right, top);
  draw_column(stage, second, last, 20);
  stage.stand(left, right, std::max(end, stage.y()));
}

}  // namespace

bool has_two_columns(const Stage& stage, const view::ViewModel& view) {
  return !view.second_column.empty() && stage.input.width >= two_columns * stage.type.text_scale();
}

float second_column(const Stage& stage) {
  return std::round(stage.left() + (stage.width() - column_gap) * 0.6f + column_gap);
}

void draw_content(Stage& stage, const view::ViewModel& view) {
  stage.space(16);
  if (view.mood) draw_mood(stage, *view.mood);
  stage.write("heading", stage.type.title(), view.heading, stage.theme.text);
  if (!view.lead.empty()) {
    stage.space(8);
    stage.write("lead", stage.type.body(), view.lead, stage.theme.muted);
  }
  // Where nothing is fixed, what leads to the field stands before what it leads past.
  if (view.jump && stage.low && !has_two_columns(stage, view)) {
    stage.advance(8);
    draw_text_button(stage, "jump", view.jump->label, false);
  }
  draw_nodes(stage, view);
  stage.space(has_two_columns(stage, view) ? 12.0f : 24.0f);
}

}  // namespace ats::paint
