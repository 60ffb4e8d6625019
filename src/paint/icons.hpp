#pragma once

#include "paint/brush.hpp"

namespace ats::paint {

/// Strokes of 1.75 px on a 20 px square, drawn as paths.
enum class Icon {
  back,
  close,
  chevron,
  chevron_down,
  check,
  cross,
  search,
  eye,
  eye_off,
  copy,
  external,
  warning,
  alert,
  info,
  mail,
  lock,
  clock,
  plus,
  user,
};

/// `size`: edge of the square around `centre`, in CSS px.
void draw_icon(Brush& brush, Icon icon, ImVec2 centre, float size, const Color& color);
/// A check mark of which only the first `share` is drawn.
void draw_check(Brush& brush, ImVec2 centre, float size, const Color& color, float share, float stroke);
/// Three quarters of a ring, turned by `angle`.
void draw_spinner(Brush& brush, ImVec2 centre, float ring, const Color& color, const Color& track,
                  float angle);

}  // namespace ats::paint
