#include <variant>

#include "paint/nodes.hpp"
#include "paint/regions.hpp"

namespace ats::paint {

void draw_content(Stage& stage, const view::ViewModel& view) {
  stage.space(16);
  if (view.mood) draw_mood(stage, *view.mood);
  stage.write("heading", stage.type.title(), view.heading, stage.theme.text);
  if (!view.lead.empty()) {
    stage.space(8);
    stage.write("lead", stage.type.body(), view.lead, stage.theme.muted);
  }
  const view::Node* above = nullptr;
  for (const view::Node& node : view.nodes) {
    // The rest is another time's.
    if (stage.type.fell_short()) return;
    // It lies in its field, so it has no place of its own.
    if (std::holds_alternative<view::Reveal>(node.kind)) {
      draw_node(stage, node);
      continue;
    }
    stage.space(above == nullptr ? 20 : gap_between(*above, node));
    draw_node(stage, node);
    above = &node;
  }
  stage.space(24);
}

}  // namespace ats::paint
