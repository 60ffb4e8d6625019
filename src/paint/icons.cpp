#include "paint/icons.hpp"

#include <array>
#include <initializer_list>

namespace ats::paint {

namespace {

constexpr float grid = 20;
constexpr float stroke = 1.75f;
constexpr float turn = 6.2831853f;

// One icon's pen: coordinates on the 20 px grid.
class Pen {
 public:
  Pen(Brush& brush, ImVec2 centre, float size, const Color& color, float weight)
      : list_(brush.list()),
        corner_(brush.on_screen({centre.x - size * 0.5f, centre.y - size * 0.5f})),
        scale_(size / grid),
        color_(packed(color)),
        weight_(weight * scale_) {}

  void path(std::initializer_list<ImVec2> points, bool closed = false) {
    for (const ImVec2& point : points) list_.PathLineTo(at(point));
    end(closed);
    // Round ends and corners: ImGui's strokes are cut off square.
    for (const ImVec2& point : points) cap(point);
  }
  void arc(ImVec2 centre, float radius, float from, float to) {
    list_.PathArcTo(at(centre), radius * scale_, from * turn, to * turn, 24);
    end(false);
  }
  void circle(ImVec2 centre, float radius) {
    list_.AddCircle(at(centre), radius * scale_, color_, 32, weight_);
  }
  void dot(ImVec2 centre, float radius) { list_.AddCircleFilled(at(centre), radius * scale_, color_); }
  void rounded(ImVec2 from, ImVec2 to, float radius) {
    list_.PathRect(at(from), at(to), radius * scale_);
    end(true);
  }
  void curve(ImVec2 from, ImVec2 bend_a, ImVec2 bend_b, ImVec2 to) {
    list_.PathLineTo(at(from));
    list_.PathBezierCubicCurveTo(at(bend_a), at(bend_b), at(to), 16);
    end(false);
  }

 private:
  [[nodiscard]] ImVec2 at(ImVec2 point) const {
    return {corner_.x + point.x * scale_, corner_.y + point.y * scale_};
  }
  void end(bool closed) { list_.PathStroke(color_, closed ? ImDrawFlags_Closed : 0, weight_); }
  void cap(ImVec2 point) { list_.AddCircleFilled(at(point), weight_ * 0.5f, color_, 8); }

  ImDrawList& list_;
  ImVec2 corner_;
  float scale_;
  ImU32 color_;
  float weight_;
};

void eye(Pen& pen) {
  pen.curve({2, 10}, {5, 3.3f}, {15, 3.3f}, {18, 10});
  pen.curve({2, 10}, {5, 16.7f}, {15, 16.7f}, {18, 10});
  pen.circle({10, 10}, 2.6f);
}

void triangle_with_mark(Pen& pen) {
  pen.path({{10, 3}, {18, 16.5f}, {2, 16.5f}}, true);
  pen.path({{10, 8}, {10, 11.5f}});
  pen.dot({10, 14}, 1.05f);
}

}  // namespace

void draw_icon(Brush& brush, Icon icon, ImVec2 centre, float size, const Color& color) {
  Pen pen(brush, centre, size, color, stroke * grid / size);
  switch (icon) {
    case Icon::back:
      pen.path({{16, 10}, {4, 10}});
      return pen.path({{9.5f, 4.5f}, {4, 10}, {9.5f, 15.5f}});
    case Icon::close:
      pen.path({{5, 5}, {15, 15}});
      return pen.path({{15, 5}, {5, 15}});
    case Icon::cross:
      pen.path({{6, 6}, {14, 14}});
      return pen.path({{14, 6}, {6, 14}});
    case Icon::chevron:
      return pen.path({{7.8f, 5}, {12.8f, 10}, {7.8f, 15}});
    case Icon::chevron_down:
      return pen.path({{5, 7.8f}, {10, 12.8f}, {15, 7.8f}});
    case Icon::check:
      return pen.path({{4.5f, 10.5f}, {8.3f, 14.2f}, {15.5f, 6}});
    case Icon::search:
      pen.circle({9, 9}, 5.5f);
      return pen.path({{13.2f, 13.2f}, {17, 17}});
    case Icon::eye:
      return eye(pen);
    case Icon::eye_off:
      eye(pen);
      return pen.path({{3.5f, 17}, {16.5f, 3}});
    case Icon::copy:
      pen.rounded({7, 7}, {17, 17}, 2);
      return pen.path({{13, 3.5f}, {5, 3.5f}, {3.5f, 5}, {3.5f, 13}});
    case Icon::external:
      pen.path({{8, 4.5f}, {4.5f, 4.5f}, {4.5f, 15.5f}, {15.5f, 15.5f}, {15.5f, 12}});
      pen.path({{12, 3.5f}, {16.5f, 3.5f}, {16.5f, 8}});
      return pen.path({{16.2f, 3.8f}, {10, 10}});
    case Icon::warning:
      return triangle_with_mark(pen);
    case Icon::alert:
      pen.circle({10, 10}, 7.3f);
      pen.path({{10, 6.3f}, {10, 10.6f}});
      return pen.dot({10, 13.5f}, 1.2f);
    case Icon::info:
      pen.circle({10, 10}, 7.3f);
      pen.path({{10, 9.5f}, {10, 13.5f}});
      return pen.dot({10, 6.6f}, 1.1f);
    case Icon::mail:
      pen.rounded({2.5f, 4.5f}, {17.5f, 15.5f}, 2);
      return pen.path({{3.5f, 6}, {10, 11}, {16.5f, 6}});
    case Icon::lock:
      pen.rounded({4, 9}, {16, 17}, 2);
      return pen.path({{6.5f, 9}, {6.5f, 6}, {8, 3.6f}, {12, 3.6f}, {13.5f, 6}, {13.5f, 9}});
    case Icon::clock:
      pen.circle({10, 10}, 7.3f);
      return pen.path({{10, 5.8f}, {10, 10}, {12.8f, 11.8f}});
    case Icon::plus:
      pen.path({{10, 4}, {10, 16}});
      return pen.path({{4, 10}, {16, 10}});
    case Icon::user:
      pen.circle({10, 6.8f}, 3.3f);
      return pen.arc({10, 17}, 6.3f, 0.5f, 1.0f);
  }
}

void draw_check(Brush& brush, ImVec2 centre, float size, const Color& color, float share, float weight) {
  const std::array<ImVec2, 3> points = {ImVec2{4.5f, 10.5f}, ImVec2{8.3f, 14.2f}, ImVec2{15.5f, 6}};
  const float first = 0.35f;  // Of the way is the short stroke.
  Pen pen(brush, centre, size, color, weight * grid / size);
  const auto between = [](ImVec2 a, ImVec2 b, float t) {
    return ImVec2{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
  };
  if (share <= 0) return;
  if (share < first) return pen.path({points[0], between(points[0], points[1], share / first)});
  pen.path({points[0], points[1], between(points[1], points[2], (share - first) / (1 - first))});
}

void draw_spinner(Brush& brush, ImVec2 centre, float ring, const Color& color, const Color& track,
                  float angle) {
  ImDrawList& list = brush.list();
  const ImVec2 at = brush.on_screen(centre);
  list.AddCircle(at, ring, packed(track), 32, 2);
  list.PathArcTo(at, ring, angle, angle + turn * 0.3f, 16);
  list.PathStroke(packed(color), 0, 2);
}

}  // namespace ats::paint
