#pragma once

#include "imgui.h"
#include "imgui_internal.h"
#include "paint/color.hpp"
#include "paint/text.hpp"

namespace ats::paint {

/// Draws in a region's own coordinates; edges land on device pixels.
class Brush {
 public:
  /// `origin`: where the region's corner lies on the screen, scrolled as it is.
  Brush(ImDrawList& list, const Type& type, ImVec2 origin) : list_(list), type_(type), origin_(origin) {}

  [[nodiscard]] float pixel() const { return 1.0f / type_.pixel_ratio(); }
  [[nodiscard]] ImRect on_screen(const ImRect& rect) const;
  /// What is seen of it on the screen.
  [[nodiscard]] ImRect seen(const ImRect& rect) const;
  [[nodiscard]] ImVec2 on_screen(ImVec2 point) const { return {point.x + origin_.x, point.y + origin_.y}; }

  void fill(const ImRect& rect, const Color& color, float radius,
            ImDrawFlags corners = ImDrawFlags_RoundCornersAll);
  /// Round at both ends.
  void pill(const ImRect& rect, const Color& color);
  /// A filled box with an edge one device pixel wide, or `weight` of them.
  void box(const ImRect& rect, const Color& ground, const Color& edge, float radius, float weight = 1);
  /// The soft light around what has focus; the ring of record is the page's.
  void glow(const ImRect& rect, const Color& color, float radius);
  /// A hairline of one device pixel, from x to x.
  void rule(float from, float to, float y, const Color& color);
  void disc(ImVec2 centre, float radius, const Color& color);
  void text(const Paragraph& paragraph, ImVec2 at, float width, const Color& color,
            Align align = Align::left);

  [[nodiscard]] ImDrawList& list() { return list_; }

 private:
  ImDrawList& list_;
  const Type& type_;
  ImVec2 origin_;
};

[[nodiscard]] ImU32 packed(const Color& color);

}  // namespace ats::paint
