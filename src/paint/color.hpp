#pragma once

#include <cstdint>
#include <string_view>

namespace ats::paint {

/// sRGB, each 0 to 1.
struct Color {
  float red = 0, green = 0, blue = 0, alpha = 1;
  bool operator==(const Color&) const = default;
};

/// 0xRRGGBB.
[[nodiscard]] Color rgb(std::uint32_t hex);
/// "#RRGGBB"; false: not one, and `color` is left alone.
bool read_color(std::string_view text, Color& color);
/// `share` of `over` laid on `under`.
[[nodiscard]] Color mix(const Color& under, const Color& over, float share);
[[nodiscard]] Color fade(const Color& color, float alpha);
/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
[[nodiscard]] float contrast(const Color& a, const Color& b);
/// `color`, moved towards `to` just as far as `ratio` against `ground` needs.
[[nodiscard]] Color readable(const Color& color, const Color& ground, float ratio, const Color& to);

}  // namespace ats::paint
