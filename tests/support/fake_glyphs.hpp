#pragma once

#include "paint/glyph_source.hpp"

/// Glyphs without a browser: every letter is 0.55 em wide (W and M 0.9, i and l 0.25, a space 0.28) and a
/// solid block.
class FakeGlyphs final : public ats::paint::GlyphSource {
 public:
  ats::paint::LineMetrics line(ats::paint::Weight, float pixel_size) override {
    return {pixel_size * 0.93f, pixel_size * 0.25f};
  }

  ats::paint::Glyph measure(ats::paint::Weight weight, float pixel_size, char32_t character, float) override {
    float em = 0.55f;
    if (character == 'W' || character == 'M') em = 0.9f;
    if (character == 'i' || character == 'l') em = 0.25f;
    if (character == ' ') em = 0.28f;
    if (weight == ats::paint::Weight::semibold) em *= 1.06f;
    const int side = static_cast<int>(pixel_size * em);
    return {pixel_size * em, 0, -side, character == ' ' ? 0 : side, side, true};
  }

  void rasterise(ats::paint::Weight, float, char32_t, float, const ats::paint::Glyph& glyph,
                 std::uint8_t* target, int stride) override {
    for (int y = 0; y < glyph.height; ++y) {
      for (int x = 0; x < glyph.width; ++x) target[y * stride + x] = 255;
    }
    ++rastered;
  }

  int rastered = 0;
};
