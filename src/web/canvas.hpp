#pragma once

#include "paint/color.hpp"

struct ImDrawData;

namespace ats::web {

/// The WebGL 2 context on the page's canvas, if there is one, and ImGui's textures in it.
class Canvas {
 public:
  /// False: no context to be had, or the browser gives noise instead of glyphs. `data`: whose textures to
  /// make.
  bool start(const ImDrawData& data);
  void stop();
  void lost() { on_ = false; }
  [[nodiscard]] bool on() const { return on_; }

  /// Draws; without a context it only tells ImGui that old textures may go.
  void draw(const ImDrawData& data, const paint::Color& ground);

 private:
  bool on_ = false;
};

}  // namespace ats::web
