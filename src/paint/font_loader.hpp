#pragma once

#include "imgui.h"
#include "paint/glyph_source.hpp"

struct ImFontLoader;

namespace ats::paint {

/// Letters are placed on 1/4, 1/2 or whole device pixels; each fraction is a font of its own to ImGui.
inline constexpr int max_phases = 4;

/// Adds one font whose glyphs come from `atlas.UserData`, a GlyphSource. `phase` of `max_phases`: how far ink
/// is shifted. Our loader under the name that ImGui asks for (IMGUI_ENABLE_FREETYPE).
const ImFontLoader* browser_font_loader();

ImFont* add_font(ImFontAtlas& atlas, Weight weight, int phase);

}  // namespace ats::paint
