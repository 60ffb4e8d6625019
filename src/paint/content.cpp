#include <algorithm>
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

}  // namespace

void draw_content(Stage& stage, const view::ViewModel& view) {
  stage.space(16);
  if (view.mood) draw_mood(stage, *view.mood);
  stage.write("heading", stage.type.title(), view.heading, stage.theme.text);
  if (!view.lead.empty()) {
    stage.space(8);
    stage.write("lead", stage.type.body(), view.lead, stage.theme.muted);
  }
  const view::Node* first = view.nodes.data();
  draw_column(stage, first, first + view.nodes.size(), 20);
  stage.space(24);
}

}  // namespace ats::paint
