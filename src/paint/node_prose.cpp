#include "paint/nodes.hpp"

namespace ats::paint {

void draw(Stage& stage, const view::Node& node, const view::Text&) {
  if (!node.owner.empty()) return stage.write(node.id, stage.type.small(), node.label, stage.theme.muted);
  stage.write(node.id, stage.type.body(), node.label, stage.theme.text);
}

void draw(Stage& stage, const view::Node& node, const view::Heading&) {
  stage.write(node.id, stage.type.section(), node.label, stage.theme.text);
}

}  // namespace ats::paint
