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

void Type::allow(int letters) {
  allowed_ = letters;
  fell_short_ = false;
}

bool Type::has(const ImFontBaked& font, char32_t character) const {
  constexpr ImU16 never_asked_for = 0xFFFF;  // ImGui's IM_FONTGLYPH_INDEX_UNUSED.
  const auto place = static_cast<int>(character);
  if (place < font.IndexLookup.Size && font.IndexLookup[place] != never_asked_for) return true;
  if (allowed_ > 0) {
    --allowed_;
    return true;
  }
  fell_short_ = true;
  return false;
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
  ImFontBaked& font = baked(style, 0);
  return has(font, character) ? font.GetCharAdvance(static_cast<ImWchar>(character)) : 0;
}

}  // namespace ats::paint
