#pragma once

#include <string_view>
#include <vector>

#include "paint/type.hpp"

namespace ats::paint {

/// One line of a paragraph; its bytes belong to the string that was wrapped.
struct TextLine {
  std::string_view text;
  float width = 0;
};

/// A wrapped text, ready to be measured and drawn. Lives no longer than its string.
struct Paragraph {
  TextStyle style;
  std::vector<TextLine> lines;

  [[nodiscard]] float height() const { return style.line * static_cast<float>(lines.size()); }
  [[nodiscard]] float width() const;
};

/// Reads one character and moves `at` behind it; a broken sequence gives U+FFFD.
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& at);

/// Breaks at spaces, after hyphens and slashes, between ideographs, and inside a word that is wider than a
/// whole line.
[[nodiscard]] Paragraph wrap(const Type& type, const TextStyle& style, std::string_view text, float width);

enum class Align { left, center, right };

/// Draws at `at` (screen, CSS px), each letter on a device pixel. `width`: what `align` refers to.
void draw_text(ImDrawList& list, const Type& type, const Paragraph& paragraph, ImVec2 at, float width,
               ImU32 color, Align align = Align::left);

}  // namespace ats::paint
