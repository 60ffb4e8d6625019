#include "paint/nodes.hpp"

namespace ats::paint {

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

}  // namespace ats::paint
