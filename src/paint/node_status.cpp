#include <algorithm>

#include "paint/icons.hpp"
#include "paint/nodes.hpp"

namespace ats::paint {

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

}  // namespace ats::paint
