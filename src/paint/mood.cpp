#include "paint/icons.hpp"
#include "paint/regions.hpp"

namespace ats::paint {

void draw_mood(Stage& stage, view::Tone mood) {
  constexpr float size = 56;
  constexpr double draw_seconds = 0.18;
  const Theme& theme = stage.theme;
  const Tone& tone = mood == view::Tone::success   ? theme.success
                     : mood == view::Tone::warning ? theme.warning
                                                   : theme.danger;
  const ImRect square(stage.left(), stage.y(), stage.left() + size, stage.y() + size);
  stage.brush.disc(square.GetCenter(), size * 0.5f, tone.soft);
  if (mood == view::Tone::success) {
    draw_check(stage.brush, square.GetCenter(), 32, tone.ink_on_soft, stage.motion.progress(draw_seconds), 3);
  } else {
    draw_icon(stage.brush, Icon::warning, {square.GetCenter().x, square.GetCenter().y - 1}, 28,
              tone.ink_on_soft);
  }
  stage.report("mood", square);
  stage.advance(size + 16);
}

}  // namespace ats::paint
