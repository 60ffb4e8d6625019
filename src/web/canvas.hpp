#pragma once

#include "paint/color.hpp"

struct ImDrawData;

namespace ats::web {

/// The WebGL 2 context on the page's canvas, if there is one, and ImGui's textures in it.
class Canvas {
 public:
  /// First looks whether the browser gives glyphs and not noise; called again it asks for a context, and for
  /// its program to be compiled while others are at work. False: none to be had.
  bool begin();
  /// Begins if that was not done, and waits for it. `data`: whose textures to make.
  bool start(const ImDrawData& data);
  void stop();
  void lost() { begun_ = on_ = false; }
  [[nodiscard]] bool on() const { return on_; }

  /// Draws; without a context it only tells ImGui that old textures may go.
  void draw(const ImDrawData& data, const paint::Color& ground);

 private:
  bool honest_ = false, begun_ = false, on_ = false;
};

}  // namespace ats::web
