#pragma once

#include <limits>

#include "imgui.h"
#include "paint/font_loader.hpp"

namespace ats::paint {

/// One step of the type scale, in CSS px after text scaling.
struct TextStyle {
  Weight weight = Weight::regular;
  float size = 15, line = 22;
};

/// The fonts and the type scale of one frame. Sizes are whole CSS px, as ImGui bakes them.
class Type {
 public:
  explicit Type(ImFontAtlas& atlas);

  void set(float text_scale, float pixel_ratio);
  /// From now on at most so many letters are measured and rasterised anew; those beyond are left out.
  void allow(int letters);
  /// Whether some were left out since.
  [[nodiscard]] bool fell_short() const { return fell_short_; }
  /// False: `character` is not among the letters of `font`, and no more may come.
  [[nodiscard]] bool has(const ImFontBaked& font, char32_t character) const;

  [[nodiscard]] TextStyle title() const { return style(Weight::semibold, 22, 28); }
  [[nodiscard]] TextStyle section() const { return style(Weight::semibold, 15, 22); }
  [[nodiscard]] TextStyle strong() const { return style(Weight::semibold, 15, 22); }
  [[nodiscard]] TextStyle body() const { return style(Weight::regular, 15, 22); }
  [[nodiscard]] TextStyle label() const { return style(Weight::semibold, 14, 20); }
  [[nodiscard]] TextStyle small() const { return style(Weight::regular, 13, 18); }
  [[nodiscard]] TextStyle small_strong() const { return style(Weight::semibold, 13, 18); }

  /// How many fractions of a device pixel letters are placed on: fewer where pixels are small.
  [[nodiscard]] int phases() const { return phases_; }
  [[nodiscard]] float pixel_ratio() const { return pixel_ratio_; }
  [[nodiscard]] float text_scale() const { return text_scale_; }
  [[nodiscard]] ImFontBaked& baked(const TextStyle& style, int phase) const;
  /// The way of the pen, in CSS px.
  [[nodiscard]] float advance(const TextStyle& style, char32_t character) const;

 private:
  [[nodiscard]] TextStyle style(Weight weight, float size, float line) const;

  ImFont* fonts_[2][max_phases] = {};
  float text_scale_ = 1, pixel_ratio_ = 1;
  int phases_ = 1;
  mutable int allowed_ = std::numeric_limits<int>::max();
  mutable bool fell_short_ = false;
};

}  // namespace ats::paint
