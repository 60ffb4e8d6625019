#pragma once

#include <string>
#include <vector>

#include "paint/brush.hpp"
#include "paint/motion.hpp"
#include "paint/painter.hpp"
#include "paint/spacing.hpp"
#include "paint/theme.hpp"

namespace ats::paint {

/// What the pointer and the keyboard do to one thing that can be pressed; fades are 0 to 1.
struct Touch {
  float hover = 0, press = 0;
  bool focused = false;
};

/// The pointer over one picture: of things that lie on each other the one that is drawn first has it.
class Pointer {
 public:
  Pointer() = default;
  explicit Pointer(const FrameInput& input);

  /// `seen`: what is seen of a thing that can be pressed.
  [[nodiscard]] bool over(const ImRect& seen);

 private:
  ImVec2 at_;
  bool free_ = false;  // Over the card, and over nothing yet.
};

/// One region while it is laid out, top to bottom: where the next thing goes, and what was reported so far.
/// Coordinates are the region's own and unscrolled, so a Layout never depends on scroll or pointer.
class Stage {
 public:
  Stage(const Theme& theme, const Type& type, Motion& motion, Pointer& pointer, const FrameInput& input,
        const Brush& brush, std::vector<Rect>& rects);

  const Theme& theme;
  const Type& type;
  Motion& motion;
  const FrameInput& input;
  Brush brush;
  bool low = false;  // Header and footer scroll with the content.

  [[nodiscard]] float left() const { return left_; }
  [[nodiscard]] float right() const { return right_; }
  [[nodiscard]] float width() const { return right_ - left_; }
  [[nodiscard]] float y() const { return y_; }
  /// Moves on by `height`, rounded up to a device pixel.
  void advance(float height);
  /// Moves on by the space between two things: less of it where the look is compact.
  void space(float height) { advance(theme.compact ? height * 0.75f : height); }
  /// Of a field or the main button that holds text so high.
  [[nodiscard]] float control_height(float text) const;
  /// What comes next stands between these sides, from this height on.
  void stand(float left, float right, float y) { left_ = left, right_ = right, y_ = y; }

  void report(const std::string& id, const ImRect& rect);
  /// What this region has reported so far.
  [[nodiscard]] const std::vector<Rect>& rects() const { return rects_; }
  /// Reports something that can be pressed; what the pointer and the keyboard do to it.
  [[nodiscard]] Touch touch(const std::string& id, const ImRect& rect);

  [[nodiscard]] Paragraph wrap(const TextStyle& style, std::string_view text, float width) const;
  /// Wraps, draws at the current height over the whole width, reports and moves on.
  void write(const std::string& id, const TextStyle& style, std::string_view text, const Color& color);

 private:
  Pointer& pointer_;
  std::vector<Rect>& rects_;
  float left_, right_;
  float y_ = 0;
};

}  // namespace ats::paint
