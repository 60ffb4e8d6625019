#pragma once

namespace ats::paint {

// CSS px; steps of 4.
inline constexpr float side_padding = 24, narrow_side_padding = 16, narrow_width = 400;
inline constexpr float two_columns = 840,
                       column_gap = 32;       // From that width on; at a larger text size later.
inline constexpr float most_of_second = 336;  // Of the second column's width, at the usual text size.
inline constexpr float pair_gap = 16;         // Between two things that are copied, in one line.
inline constexpr float target = 44;           // Least height of anything that can be pressed.
inline constexpr float small_radius = 6;
inline constexpr float low_height = 420;     // Under it header and footer scroll with the content.
inline constexpr float least_content = 160;  // Less to see between header and footer counts as low too.

/// Whether header and footer scroll with the content; `bars`: how high both are. The Text view's rule as well
/// (web/link/dom/placement.ts).
[[nodiscard]] inline constexpr bool is_low(float height, float bars) {
  return height < low_height || height - bars < least_content;
}

}  // namespace ats::paint
