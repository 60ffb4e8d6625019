#pragma once

#include "imgui.h"
#include "imgui_internal.h"
#include "paint/painter.hpp"

namespace ats::paint {

/// ImGui's draw core without its windows: the atlas of glyphs, and a draw list for the card and for each of
/// its regions.
class Picture {
 public:
  explicit Picture(GlyphSource& glyphs);

  [[nodiscard]] ImFontAtlas& atlas() { return atlas_; }
  void drop_glyphs() { ImFontAtlasBuildClear(&atlas_); }

  void begin(const FrameInput& input);
  /// A list that lies over those before; nothing of it is seen outside of `clip`.
  [[nodiscard]] ImDrawList& list(const ImRect& clip);
  void end();
  [[nodiscard]] const ImDrawData& data() const { return data_; }

 private:
  // In this order: a list tells its end to what it shares, and so does the atlas.
  ImDrawListSharedData shared_;
  ImFontAtlas atlas_;
  ImDrawList lists_[4] = {{&shared_}, {&shared_}, {&shared_}, {&shared_}};
  ImDrawData data_;
  int used_ = 0, frame_ = 0;
};

}  // namespace ats::paint
