#include "paint/tile.hpp"

#include <algorithm>
#include <cmath>

namespace ats::paint {

void draw_tile(Stage& stage, ImVec2 corner, float size, const std::string& letters, bool strong) {
  const ImRect square(corner.x, corner.y, corner.x + size, corner.y + size);
  const Theme& theme = stage.theme;
  stage.brush.box(square, strong ? theme.link.soft : theme.raised, strong ? theme.link.soft : theme.line,
                  size * 0.25f);
  TextStyle style = size < 36 ? stage.type.small_strong() : stage.type.strong();
  Paragraph text = stage.wrap(style, letters, 1000);
  // Wide letters at a large text size shrink to the tile instead of leaving it.
  if (text.width() > size - 6) {
    style.size = std::max(8.0f, std::floor(style.size * (size - 6) / text.width()));
    text = stage.wrap(style, letters, 1000);
  }
  stage.brush.text(text, {corner.x, corner.y + (size - style.line) * 0.5f}, size,
                   strong ? theme.link.ink_on_soft : theme.text, Align::center);
}

}  // namespace ats::paint
