#pragma once

#include "paint/glyph_source.hpp"

namespace ats::web {

/// Glyphs of the browser's fonts, by canvas 2D (imports_glyphs.js).
class BrowserGlyphs final : public paint::GlyphSource {
 public:
  paint::LineMetrics line(paint::Weight weight, float pixel_size) override;
  paint::Glyph measure(paint::Weight weight, float pixel_size, char32_t character, float shift) override;
  void rasterise(paint::Weight weight, float pixel_size, char32_t character, float shift,
                 const paint::Glyph& glyph, std::uint8_t* target, int stride) override;
};

}  // namespace ats::web
