#include "paint/nodes.hpp"
#include "paint/regions.hpp"

namespace ats::paint {

namespace {

// A field's "show" button lies in the field's box, so it takes no place of its own.
bool lies_in_field(const view::Node& node) {
  return node.kind == view::NodeKind::button && node.id.rfind("show:", 0) == 0 && !node.owner.empty();
}

const Rect* find(const std::vector<Rect>& rects, const std::string& id) {
  for (const Rect& rect : rects) {
    if (rect.id == id) return &rect;
  }
  return nullptr;
}

}  // namespace

void draw_content(Stage& stage, const view::ViewModel& view) {
  stage.advance(16);
  if (!view.mood.empty()) draw_mood(stage, view.mood);
  stage.write("heading", stage.type.title(), view.heading, stage.theme.text);
  if (!view.lead.empty()) {
    stage.advance(8);
    stage.write("lead", stage.type.body(), view.lead, stage.theme.muted);
  }
  const view::Node* above = nullptr;
  for (const view::Node& node : view.nodes) {
    if (lies_in_field(node)) {
      if (const Rect* box = find(stage.rects(), node.owner); box != nullptr) {
        draw_field_button(stage, node, {box->x, box->y, box->x + box->width, box->y + box->height});
        continue;
      }
    }
    stage.advance(above == nullptr ? 20 : gap_between(*above, node));
    draw_node(stage, node);
    above = &node;
  }
  stage.advance(24);
}

}  // namespace ats::paint
