#include "support/drawing.hpp"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace ats::test {
namespace {

float cross(ImVec2 a, ImVec2 b, ImVec2 c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

/// How opaque a triangle is at a point; below 0 outside of it.
float alpha_at(const Triangle& triangle, ImVec2 point) {
  const ImVec2 *a = &triangle.corner[0], *b = &triangle.corner[1], *c = &triangle.corner[2];
  const float whole = cross(*a, *b, *c);
  if (whole == 0) return -1;
  const float first = cross(*b, *c, point) / whole, second = cross(*c, *a, point) / whole;
  const float third = 1 - first - second;
  if (first < -0.0001f || second < -0.0001f || third < -0.0001f) return -1;
  return first * triangle.alpha[0] + second * triangle.alpha[1] + third * triangle.alpha[2];
}

float alpha_at(const Shape& shape, ImVec2 point) {
  if (!shape.box.holds(point) || !shape.clip.holds(point)) return 0;
  for (const Triangle& triangle : shape.triangles) {
    if (const float alpha = alpha_at(triangle, point); alpha >= 0) return alpha;
  }
  return 0;
}

paint::Color color_of(ImU32 packed) {
  const ImVec4 color = ImGui::ColorConvertU32ToFloat4(packed);
  return {color.x, color.y, color.z, color.w};
}

void include(Area& box, ImVec2 point) {
  box.left = std::min(box.left, point.x), box.right = std::max(box.right, point.x);
  box.top = std::min(box.top, point.y), box.bottom = std::max(box.bottom, point.y);
}

Area area_of(const ImVec4& rect) { return {rect.x, rect.y, rect.z, rect.w}; }

class Reader {
 public:
  explicit Reader(ImVec2 white) : white_(white) {}

  void read(const ImDrawList& list) {
    newest_ = -1;
    open_ = false;
    for (const ImDrawCmd& command : list.CmdBuffer) {
      for (unsigned at = 0; at + 2 < command.ElemCount; at += 3) {
        const ImDrawIdx* index = &list.IdxBuffer[static_cast<int>(command.IdxOffset + at)];
        if (!white(list.VtxBuffer[index[0]])) {
          // Two triangles, whose first and third vertex are opposite corners.
          add_letter(list.VtxBuffer[index[0]], list.VtxBuffer[index[2]], area_of(command.ClipRect));
          newest_ = std::max({newest_, int{index[0]} + 3});
          open_ = false;
          at += 3;
        } else {
          add_triangle(list, index, area_of(command.ClipRect));
        }
      }
    }
  }

  Drawing made;

 private:
  [[nodiscard]] bool white(const ImDrawVert& vertex) const {
    return vertex.uv.x == white_.x && vertex.uv.y == white_.y;
  }
  void add_letter(const ImDrawVert& from, const ImDrawVert& to, const Area& clip) {
    made.letters.push_back(
        {{from.pos.x, from.pos.y, to.pos.x, to.pos.y}, clip, color_of(from.col), order_++});
  }
  // Each call reserves vertices of its own: a triangle of none that were seen begins a new shape.
  void add_triangle(const ImDrawList& list, const ImDrawIdx* index, const Area& clip) {
    const int low = std::min({int{index[0]}, int{index[1]}, int{index[2]}});
    if (!open_ || low > newest_) {
      const ImVec2 first = list.VtxBuffer[index[0]].pos;
      made.shapes.push_back({{first.x, first.y, first.x, first.y}, clip, {0, 0, 0, 0}, {}, order_++});
      open_ = true;
    }
    newest_ = std::max({newest_, int{index[0]}, int{index[1]}, int{index[2]}});
    Shape& shape = made.shapes.back();
    Triangle triangle;
    for (int i = 0; i < 3; ++i) {
      const ImDrawVert& vertex = list.VtxBuffer[index[i]];
      const paint::Color color = color_of(vertex.col);
      triangle.corner[i] = vertex.pos;
      triangle.alpha[i] = color.alpha;
      if (color.alpha > shape.color.alpha) shape.color = color;
      include(shape.box, vertex.pos);
    }
    shape.triangles.push_back(triangle);
  }

  ImVec2 white_;
  std::size_t order_ = 0;
  int newest_ = -1;
  bool open_ = false;
};

void answer_for_textures(const ImDrawData& data) {
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID + 1));
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

// Where everything but letters is coloured from, in the newest texture.
ImVec2 white_pixel(const ImDrawData& data) { return data.CmdLists[0]->_Data->TexUvWhitePixel; }

}  // namespace

bool Area::holds(const Area& part, float slack) const {
  return part.left >= left - slack && part.top >= top - slack && part.right <= right + slack &&
         part.bottom <= bottom + slack;
}

bool Area::equals(const Area& other, float slack) const {
  return holds(other, slack) && other.holds(*this, slack);
}

paint::Color Drawing::color_at(ImVec2 point, std::size_t before) const {
  paint::Color color{0, 0, 0, 1};
  for (const Shape& shape : shapes) {
    if (shape.order >= before) break;
    if (const float alpha = alpha_at(shape, point); alpha > 0) color = mix(color, shape.color, alpha);
  }
  return color;
}

bool Drawing::painted_over(const Letter& letter) const {
  return std::any_of(shapes.begin(), shapes.end(), [&](const Shape& shape) {
    return shape.order > letter.order && alpha_at(shape, letter.box.centre()) > 0.1f;
  });
}

Drawing read_drawing(const ImDrawData& data) {
  answer_for_textures(data);
  Reader reader(white_pixel(data));
  for (const ImDrawList* list : data.CmdLists) reader.read(*list);
  return std::move(reader.made);
}

bool one_texture(const ImDrawData& data) {
  const ImVec2 white = white_pixel(data);
  // The first thing painted is the ground of the card; its texture must be the last one there was.
  for (const ImDrawList* list : data.CmdLists) {
    if (list->VtxBuffer.empty()) continue;
    const ImVec2 first = list->VtxBuffer[0].uv;
    return first.x == white.x && first.y == white.y;
  }
  return false;
}

}  // namespace ats::test
