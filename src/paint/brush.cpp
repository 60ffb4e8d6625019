#include "paint/brush.hpp"

#include <cmath>

namespace ats::paint {

ImU32 packed(const Color& color) {
  return ImGui::ColorConvertFloat4ToU32({color.red, color.green, color.blue, color.alpha});
}

ImRect Brush::on_screen(const ImRect& rect) const {
  const float ratio = type_.pixel_ratio();
  const auto snap = [ratio](float value) { return std::round(value * ratio) / ratio; };
  return {snap(rect.Min.x + origin_.x), snap(rect.Min.y + origin_.y), snap(rect.Max.x + origin_.x),
          snap(rect.Max.y + origin_.y)};
}

ImRect Brush::seen(const ImRect& rect) const {
  ImRect at = on_screen(rect);
  at.ClipWith({list_.GetClipRectMin(), list_.GetClipRectMax()});
  return at;
}

void Brush::fill(const ImRect& rect, const Color& color, float radius, ImDrawFlags corners) {
  const ImRect at = on_screen(rect);
  list_.AddRectFilled(at.Min, at.Max, packed(color), radius, corners);
}

void Brush::pill(const ImRect& rect, const Color& color) {
  // AddRectFilled keeps one px of every side straight, which shows on something 4 px high.
  constexpr float quarter = 1.5707963f;
  const ImRect at = on_screen(rect);
  const float end = at.GetHeight() * 0.5f, middle = at.GetCenter().y;
  list_.PathArcTo({at.Min.x + end, middle}, end, quarter, 3 * quarter, 12);
  list_.PathArcTo({at.Max.x - end, middle}, end, -quarter, quarter, 12);
  list_.PathFillConvex(packed(color));
}

void Brush::box(const ImRect& rect, const Color& ground, const Color& edge, float radius, float weight) {
  ImRect at = on_screen(rect);
  list_.AddRectFilled(at.Min, at.Max, packed(edge), radius);
  const float inset = pixel() * weight;
  at.Expand(-inset);
  list_.AddRectFilled(at.Min, at.Max, packed(ground), radius - inset);
}

void Brush::glow(const ImRect& rect, const Color& color, float radius) {
  ImRect at = on_screen(rect);
  // Around it, and never under it: what has no ground of its own keeps the one that its letters are readable
  // on.
  for (const float share : {0.27f, 0.19f, 0.10f}) {
    at.Expand(1.0f);
    radius += 1.0f;
    list_.AddRect(at.Min, at.Max, packed(fade(color, share)), radius);
  }
}

void Brush::rule(float from, float to, float y, const Color& color) {
  const ImRect at = on_screen(ImRect(from, y, to, y + pixel()));
  list_.AddRectFilled(at.Min, {at.Max.x, at.Min.y + pixel()}, packed(color));
}

void Brush::disc(ImVec2 centre, float radius, const Color& color) {
  list_.AddCircleFilled(on_screen(centre), radius, packed(color));
}

void Brush::text(const Paragraph& paragraph, ImVec2 at, float width, const Color& color, Align align) {
  draw_text(list_, type_, paragraph, on_screen(at), width, packed(color), align);
}

}  // namespace ats::paint
