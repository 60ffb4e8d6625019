#include "paint/type.hpp"

#include <cmath>

namespace ats::paint {

Type::Type(ImFontAtlas& atlas) {
  for (int phase = 0; phase < max_phases; ++phase) {
    fonts_[0][phase] = add_font(atlas, Weight::regular, phase);
    fonts_[1][phase] = add_font(atlas, Weight::semibold, phase);
  }
}

void Type::set(float text_scale, float pixel_ratio) {
  text_scale_ = text_scale;
  pixel_ratio_ = pixel_ratio;
  phases_ = pixel_ratio < 1.75f ? 4 : pixel_ratio < 2.75f ? 2 : 1;
}

TextStyle Type::style(Weight weight, float size, float line) const {
  return {weight, std::round(size * text_scale_), std::round(line * text_scale_)};
}

ImFontBaked& Type::baked(const TextStyle& style, int phase) const {
  ImFont* font = fonts_[style.weight == Weight::regular ? 0 : 1]
                       [static_cast<std::size_t>(phase * (max_phases / phases_))];
  return *font->GetFontBaked(style.size, pixel_ratio_);
}

float Type::advance(const TextStyle& style, char32_t character) const {
  return baked(style, 0).GetCharAdvance(static_cast<ImWchar>(character));
}

}  // namespace ats::paint
