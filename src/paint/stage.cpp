#include "paint/stage.hpp"

#include <algorithm>
#include <cmath>

namespace ats::paint {

Pointer::Pointer(const FrameInput& input)
    : at_(std::floor(input.pointer_x), std::floor(input.pointer_y)),
      free_(input.pointer_x >= 0 && input.pointer_y >= 0) {}

bool Pointer::over(const ImRect& seen) {
  if (!free_ || !seen.Contains(at_)) return false;
  free_ = false;
  return true;
}

Stage::Stage(const Theme& the_theme, const Type& the_type, Motion& the_motion, Pointer& pointer,
             const FrameInput& the_input, const Brush& the_brush, std::vector<Rect>& rects)
    : theme(the_theme),
      type(the_type),
      motion(the_motion),
      input(the_input),
      brush(the_brush),
      pointer_(pointer),
      rects_(rects),
      left_(the_input.width < narrow_width ? narrow_side_padding : side_padding),
      right_(the_input.width - left_) {}

void Stage::advance(float height) {
  const float ratio = type.pixel_ratio();
  // The hundredth keeps a sum of whole pixels from being rounded up once more.
  y_ = std::ceil((y_ + height) * ratio - 0.01f) / ratio;
}

float Stage::control_height(float text) const {
  return theme.compact ? std::max(46.0f, text + 24) : std::max(48.0f, text + 26);
}

void Stage::report(const std::string& id, const ImRect& rect) {
  rects_.push_back({id, rect.Min.x, rect.Min.y, rect.GetWidth(), rect.GetHeight()});
}

Touch Stage::touch(const std::string& id, const ImRect& rect) {
  report(id, rect);
  Touch touch;
  touch.focused = !input.focused.empty() && input.focused == id;
  const ImGuiID key = key_of(id);
  const bool hovered = pointer_.over(brush.seen(rect));
  touch.hover = motion.fade(key, hovered);
  touch.press = motion.fade(key + 1, hovered && input.pointer_down);
  return touch;
}

Paragraph Stage::wrap(const TextStyle& style, std::string_view text, float width) const {
  return paint::wrap(type, style, text, width);
}

void Stage::write(const std::string& id, const TextStyle& style, std::string_view text, const Color& color) {
  const Paragraph paragraph = wrap(style, text, width());
  brush.text(paragraph, {left(), y()}, width(), color);
  report(id, {left(), y(), right(), y() + paragraph.height()});
  advance(paragraph.height());
}

}  // namespace ats::paint
