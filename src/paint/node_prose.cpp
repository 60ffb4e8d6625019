#include "paint/nodes.hpp"

namespace ats::paint {

void draw_prose(Stage& stage, const view::Node& node) {
  const bool heading = node.kind == view::NodeKind::heading;
  stage.write(node.id, heading ? stage.type.section() : stage.type.body(), node.label, stage.theme.text);
}

}  // namespace ats::paint
