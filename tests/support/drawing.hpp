#pragma once

#include <cstddef>
#include <vector>

#include "imgui.h"
#include "paint/color.hpp"

/// One frame of the painter, read back from ImGui's draw data: what WebGL would be given, in CSS px.
namespace ats::test {

struct Area {
  float left = 0, top = 0, right = 0, bottom = 0;

  [[nodiscard]] ImVec2 centre() const { return {(left + right) * 0.5f, (top + bottom) * 0.5f}; }
  [[nodiscard]] float width() const { return right - left; }
  [[nodiscard]] float height() const { return bottom - top; }
  [[nodiscard]] bool holds(ImVec2 point) const {
    return point.x >= left && point.x < right && point.y >= top && point.y < bottom;
  }
  /// Up to `slack` px.
  [[nodiscard]] bool holds(const Area& part, float slack) const;
  [[nodiscard]] bool equals(const Area& other, float slack) const;
  [[nodiscard]] Area grown(float by) const { return {left - by, top - by, right + by, bottom + by}; }
};

struct Triangle {
  ImVec2 corner[3];
  float alpha[3] = {};
};

/// A fill, a stroke or a disc: what one call of ImGui's draw list made.
struct Shape {
  Area box, clip;
  paint::Color color;  // Where it is not faded out.
  std::vector<Triangle> triangles;
  std::size_t order = 0;
};

struct Letter {
  Area box, clip;
  paint::Color color;
  std::size_t order = 0;
};

struct Drawing {
  std::vector<Shape> shapes;
  std::vector<Letter> letters;

  /// What lies at a point before the thing of this order was drawn.
  [[nodiscard]] paint::Color color_at(ImVec2 point, std::size_t before = ~std::size_t{0}) const;
  /// Something drawn later hides a letter.
  [[nodiscard]] bool painted_over(const Letter& letter) const;
};

/// Answers for the textures as a renderer does.
[[nodiscard]] Drawing read_drawing(const ImDrawData& data);
/// All of the frame's glyphs are in the texture that its shapes use.
[[nodiscard]] bool one_texture(const ImDrawData& data);

}  // namespace ats::test
