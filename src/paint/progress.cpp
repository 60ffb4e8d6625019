#include "paint/regions.hpp"

namespace ats::paint {

void draw_progress(Stage& stage, const view::ViewModel& view) {
  constexpr float bar = 4, space = 4;
  const Paragraph label = stage.wrap(stage.type.small(), view.progress, stage.width());
  // Beside the line where there is room for both, else under it.
  const bool beside = label.width() < stage.width() * 0.4f;
  const float width = beside && !view.progress.empty() ? stage.width() - label.width() - 12 : stage.width();
  const float height = beside ? label.height() : bar + 4 + label.height();
  const float top = stage.y() + (beside ? (height - bar) * 0.5f : 0);

  const auto steps = static_cast<float>(view.steps);
  const float segment = (width - space * (steps - 1)) / steps;
  for (int i = 0; i < view.steps; ++i) {
    const float x = stage.left() + (segment + space) * static_cast<float>(i);
    stage.brush.pill({x, top, x + segment, top + bar},
                     i < view.step ? stage.theme.link.ink : stage.theme.pressed);
  }
  const ImVec2 at(beside ? stage.right() - label.width() : stage.left(), stage.y() + height - label.height());
  stage.brush.text(label, at, label.width(), stage.theme.muted);
  stage.report("progress", {stage.left(), stage.y(), stage.right(), stage.y() + height});
  stage.advance(height + 8);
}

}  // namespace ats::paint
