#include "paint/stage.hpp"

#include <cmath>

namespace ats::paint {

Stage::Stage(const Theme& the_theme, const Type& the_type, Motion& the_motion, const FrameInput& the_input,
             std::vector<Rect>& rects)
    : theme(the_theme),
      type(the_type),
      motion(the_motion),
      input(the_input),
      brush(*ImGui::GetWindowDrawList(), the_type, ImGui::GetCursorScreenPos()),
      rects_(rects),
      padding_(the_input.width < narrow_width ? narrow_side_padding : side_padding) {}

void Stage::advance(float height) {
  const float ratio = type.pixel_ratio();
  // The hundredth keeps a sum of whole pixels from being rounded up once more.
  y_ = std::ceil((y_ + height) * ratio - 0.01f) / ratio;
}

void Stage::report(const std::string& id, const ImRect& rect) {
  rects_.push_back({id, rect.Min.x, rect.Min.y, rect.GetWidth(), rect.GetHeight()});
}

Touch Stage::touch(const std::string& id, const ImRect& rect) {
  report(id, rect);
  Touch touch;
  touch.focused = !input.focused.empty() && input.focused == id;
  const ImGuiID key = ImGui::GetID(id.c_str());
  const ImRect at = brush.on_screen(rect);
  const bool seen = ImGui::ItemAdd(at, key);
  const bool hovered = seen && ImGui::ItemHoverable(at, key, 0);
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
