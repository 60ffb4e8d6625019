#pragma once

#include <cstdint>

namespace ats::paint {

enum class Weight { regular = 400, semibold = 600 };

/// One glyph in device pixels: its bitmap box relative to the pen on the baseline (y grows downwards), and
/// the pen's way.
struct Glyph {
  float advance = 0;
  int left = 0, top = 0, width = 0, height = 0;  // width 0: nothing to draw (a space).
  bool known = false;
};

/// Heights in device pixels, both positive.
struct LineMetrics {
  float ascent = 0, descent = 0;
};

/// Where glyphs come from: the browser's canvas 2D on the page, a fake in native tests.
/// `shift` (0 to 1) moves the ink right by a fraction of a pixel: at low densities letters keep their
/// distances that way.
class GlyphSource {
 public:
  virtual ~GlyphSource() = default;
  virtual LineMetrics line(Weight weight, float pixel_size) = 0;
  virtual Glyph measure(Weight weight, float pixel_size, char32_t character, float shift) = 0;
  /// Writes width x height coverage bytes of the box that `measure` just gave, rows `stride` apart.
  virtual void rasterise(Weight weight, float pixel_size, char32_t character, float shift, const Glyph& glyph,
                         std::uint8_t* target, int stride) = 0;
};

}  // namespace ats::paint
