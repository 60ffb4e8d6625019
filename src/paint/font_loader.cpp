#include "paint/font_loader.hpp"

#include "imgui_internal.h"

namespace ats::paint {

namespace {

// ImFontConfig carries no weight of its own: FontNo holds weight and phase.
Weight weight_of(const ImFontConfig& source) {
  return static_cast<int>(source.FontNo) / max_phases == 0 ? Weight::regular : Weight::semibold;
}

float shift_of(const ImFontConfig& source) {
  return static_cast<float>(static_cast<int>(source.FontNo) % max_phases) / static_cast<float>(max_phases);
}

GlyphSource& glyphs_of(const ImFontAtlas& atlas) { return *static_cast<GlyphSource*>(atlas.UserData); }

float density_of(const ImFontConfig& source, const ImFontBaked& baked) {
  return source.RasterizerDensity * baked.RasterizerDensity;
}

bool init_source(ImFontAtlas*, ImFontConfig*) { return true; }

// The browser falls back from font to font by itself, so every character has a glyph.
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool init_baked(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*) {
  const float density = density_of(*source, *baked);
  const LineMetrics line = glyphs_of(*atlas).line(weight_of(*source), baked->Size * density);
  baked->Ascent = line.ascent / density;
  baked->Descent = -line.descent / density;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar character,
                ImFontGlyph* out, float* out_advance) {
  GlyphSource& glyphs = glyphs_of(*atlas);
  const float density = density_of(*source, *baked);
  const float pixels = baked->Size * density;
  const Weight weight = weight_of(*source);
  const float shift = shift_of(*source);
  const Glyph glyph = glyphs.measure(weight, pixels, character, shift);
  if (!glyph.known) return false;
  if (out_advance != nullptr) {
    *out_advance = glyph.advance / density;
    return true;
  }
  out->Codepoint = character & 0x3FFFFFFu;  // 26 bits wide in ImGui.
  out->AdvanceX = glyph.advance / density;
  if (glyph.width <= 0 || glyph.height <= 0) return true;

  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, glyph.width, glyph.height);
  if (place == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, place);
  ImVector<unsigned char>& bytes = atlas->Builder->TempBuffer;
  bytes.resize(glyph.width * glyph.height);
  glyphs.rasterise(weight, pixels, character, shift, glyph, bytes.Data, glyph.width);
  // Relative to the pen on the baseline: src/paint/text.cpp places it there itself.
  out->X0 = static_cast<float>(glyph.left) / density;
  out->Y0 = static_cast<float>(glyph.top) / density;
  out->X1 = static_cast<float>(glyph.left + glyph.width) / density;
  out->Y1 = static_cast<float>(glyph.top + glyph.height) / density;
  out->Visible = true;
  out->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, out, rect, bytes.Data, ImTextureFormat_Alpha8,
                                     glyph.width);
  return true;
}

}  // namespace

const ImFontLoader* browser_font_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "browser";
    made.FontSrcInit = init_source;
    made.FontSrcContainsGlyph = contains_glyph;
    made.FontBakedInit = init_baked;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return &loader;
}

ImFont* add_font(ImFontAtlas& atlas, Weight weight, int phase) {
  ImFontConfig config;
  config.FontNo = static_cast<ImU32>((weight == Weight::regular ? 0 : max_phases) + phase);
  config.FontLoader = browser_font_loader();
  config.SizePixels = 15;
  return atlas.AddFont(&config);
}

}  // namespace ats::paint

namespace ImGuiFreeType {

// ImGui asks for this loader under IMGUI_ENABLE_FREETYPE; answering ourselves leaves stb_truetype out of the
// binary.
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() { return ats::paint::browser_font_loader(); }

}  // namespace ImGuiFreeType
