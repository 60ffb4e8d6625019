#pragma once

#include <algorithm>

#include "paint/color.hpp"
#include "paint/painter.hpp"

namespace ats::paint {

/// One tone in its three uses: ink on the page, a tinted ground, and ink on that ground.
struct Tone {
  Color ink, soft, ink_on_soft;
};

/// Every colour and measure of one appearance. Text pairs hold 4.5:1 (7:1 with more contrast), borders and
/// icons 3:1; tested.
struct Theme {
  Color page, raised, pressed;  // Grounds: the card, a row, a row held down.
  Color text, muted;
  Color line;    // Decoration only; says nothing that is not said otherwise.
  Color border;  // Of what can be typed in or ticked.
  Color accent, accent_hover, accent_pressed, on_accent;
  Color disabled, on_disabled;
  Tone link, danger, success, warning, info;
  bool dark = false;
  float text_ratio = 4.5f;
  float radius = 10;  // Of buttons, fields and rows.
  bool compact = false;

  /// Of a corner that lies so far inside of one with `radius`.
  [[nodiscard]] float radius_inside(float inset) const { return std::max(radius - inset, 0.0f); }
  /// `ink`, as far as it has to change for text on a ground that is not its own, as under the pointer.
  [[nodiscard]] Color on(const Color& ground, const Color& ink) const {
    return readable(ink, ground, text_ratio, text);
  }
};

[[nodiscard]] Theme make_theme(const Appearance& appearance);

}  // namespace ats::paint
