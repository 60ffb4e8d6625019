#include "paint/picture.hpp"

#include <algorithm>

#include "paint/font_loader.hpp"

namespace ats::paint {

Picture::Picture(GlyphSource& glyphs) {
  shared_.FontAtlas = &atlas_;
  shared_.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
  shared_.CurveTessellationTol = 1.25f;
  // Before there is a texture: the atlas tells those on its list where its white pixel lies.
  ImFontAtlasAddDrawListSharedData(&atlas_, &shared_);
  atlas_.UserData = &glyphs;
  atlas_.RendererHasTextures = true;
  atlas_.TexDesiredFormat = ImTextureFormat_Alpha8;
  atlas_.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  atlas_.SetFontLoader(browser_font_loader());
  data_.Textures = &atlas_.TexList;
}

void Picture::begin(const FrameInput& input) {
  ImFontAtlasUpdateNewFrame(&atlas_, ++frame_, true);
  // Soft edges are one device px wide.
  shared_.InitialFringeScale = 1.0f / input.pixel_ratio;
  shared_.SetCircleTessellationMaxError(0.15f / std::max(input.pixel_ratio, 1.0f));
  data_.Clear();
  data_.Textures = &atlas_.TexList;
  data_.DisplaySize = ImVec2(input.width, input.height);
  data_.FramebufferScale = ImVec2(input.pixel_ratio, input.pixel_ratio);
  used_ = 0;
}

ImDrawList& Picture::list(const ImRect& clip) {
  ImDrawList& list = lists_[used_++];
  list._ResetForNewFrame();
  list.PushTexture(atlas_.TexRef);
  list.PushClipRect(clip.Min, clip.Max);
  return list;
}

void Picture::end() {
  // Not earlier: a texture that grows under a later list adds to those before.
  for (int i = 0; i < used_; ++i) data_.AddDrawList(&lists_[i]);
  data_.Valid = true;
}

}  // namespace ats::paint
