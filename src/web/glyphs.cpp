#include "web/glyphs.hpp"

#include "web/js.hpp"

namespace ats::web {

using paint::Glyph;
using paint::LineMetrics;
using paint::Weight;

LineMetrics BrowserGlyphs::line(Weight weight, float pixel_size) {
  float out[2] = {};
  ats_js_glyph_line(static_cast<int>(weight), pixel_size, out);
  return {out[0], out[1]};
}

Glyph BrowserGlyphs::measure(Weight weight, float pixel_size, char32_t character, float shift) {
  // ImGui asks for a replacement character and the like; a lone surrogate is no character.
  if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) return {};
  float out[5] = {};
  ats_js_glyph_measure(static_cast<int>(weight), pixel_size, character, shift, out);
  return {out[0],
          static_cast<int>(out[1]),
          static_cast<int>(out[2]),
          static_cast<int>(out[3]),
          static_cast<int>(out[4]),
          true};
}

void BrowserGlyphs::rasterise(Weight weight, float pixel_size, char32_t character, float shift,
                              const Glyph& glyph, std::uint8_t* target, int stride) {
  ats_js_glyph_raster(static_cast<int>(weight), pixel_size, character, shift, glyph.left, glyph.top,
                      glyph.width, glyph.height, target, stride);
}

}  // namespace ats::web
