#include "paint/nodes.hpp"

namespace ats::paint {

void draw(Stage& stage, const view::Node& node, const view::Text&) {
  stage.write(node.id, stage.type.body(), node.label, stage.theme.text);
}

void draw(Stage& stage, const view::Node& node, const view::Heading&) {
  stage.write(node.id, stage.type.section(), node.label, stage.theme.text);
}

}  // namespace ats::paint
