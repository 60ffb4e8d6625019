#include "paint/text.hpp"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace ats::paint {

namespace {

bool ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF);
}

// Whether a line may end after `c`.
bool breaks_after(char32_t c) {
  return c == '-' || c == '/' || c == 0x2013 || c == 0x2014 || c == 0x200B || ideograph(c);
}

// Closing punctuation and the sound mark never begin a line (kinsoku shori).
bool begins_no_line(char32_t c) {
  return c == 0x3001 || c == 0x3002 || c == 0x300D || c == 0x300F || c == 0x30FC || c == 0xFF09 ||
         c == 0xFF01 || c == 0xFF1F;
}

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_character(text, at) : U' ';
}

// A letter is drawn from the font of the nearest fraction of a device pixel, at a whole one.
void draw_line(ImDrawList& list, const Type& type, const TextStyle& style, std::string_view text, ImVec2 pen,
               ImU32 color) {
  const float ratio = type.pixel_ratio();
  const auto phases = static_cast<float>(type.phases());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    const float place = std::floor(pen.x * ratio * phases + 0.5f);
    const float pixel = std::floor(place / phases);
    ImFontBaked& font = type.baked(style, static_cast<int>(place - pixel * phases));
    if (!type.has(font, c)) continue;
    if (const ImFontGlyph* glyph = font.FindGlyph(static_cast<ImWchar>(c)); glyph != nullptr) {
      if (glyph->Visible) {
        const float x = pixel / ratio;
        list.PrimReserve(6, 4);
        list.PrimRectUV({x + glyph->X0, pen.y + glyph->Y0}, {x + glyph->X1, pen.y + glyph->Y1},
                        {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, color);
      }
      pen.x += glyph->AdvanceX;
    }
  }
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  unsigned int character = 0;
  const int bytes = ImTextCharFromUtf8(&character, text.data() + at, text.data() + text.size());
  at += static_cast<std::size_t>(std::max(bytes, 1));
  return character;
}

float Paragraph::width() const {
  float widest = 0;
  for (const TextLine& line : lines) widest = std::max(widest, line.width);
  return widest;
}

Paragraph wrap(const Type& type, const TextStyle& style, std::string_view text, float width) {
  Paragraph paragraph{style, {}};
  std::size_t start = 0, break_end = 0, break_next = 0;  // The line, and where it may end and the next begin.
  float pen = 0, break_width = 0, break_pen = 0;
  const auto close = [&](std::size_t end, float line_width) {
    paragraph.lines.push_back({text.substr(start, end - start), line_width});
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_character(text, at);
    if (c == '\n') {
      close(here, pen);
      start = break_end = break_next = at;
      pen = 0;
      continue;
    }
    const float step = type.advance(style, c);
    if (c == ' ') {
      if (break_next != here || break_end <= start) break_end = here, break_width = pen;
      pen += step;
      break_next = at, break_pen = pen;
      continue;
    }
    if (pen + step > width + 0.01f && here > start) {
      if (break_end > start) {
        close(break_end, break_width);
        start = break_next, pen -= break_pen;
      } else {
        close(here, pen);
        start = here, pen = 0;
      }
      break_end = break_next = start;
      break_pen = 0;
    }
    pen += step;
    if (breaks_after(c) && !begins_no_line(character_at(text, at)))
      break_end = break_next = at, break_width = break_pen = pen;
  }
  if (start < text.size() || paragraph.lines.empty()) close(text.size(), pen);
  return paragraph;
}

void draw_text(ImDrawList& list, const Type& type, const Paragraph& paragraph, ImVec2 at, float width,
               ImU32 color, Align align) {
  const ImFontBaked& font = type.baked(paragraph.style, 0);
  const float above = (paragraph.style.line - (font.Ascent - font.Descent)) * 0.5f + font.Ascent;
  const ImVec2 seen_from = list.GetClipRectMin(), seen_to = list.GetClipRectMax();
  for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
    const float top = at.y + paragraph.style.line * static_cast<float>(i);
    if (top > seen_to.y || top + paragraph.style.line < seen_from.y) continue;
    const TextLine& line = paragraph.lines[i];
    const float slack = width - line.width;
    const float x = at.x + (align == Align::left ? 0.0f : align == Align::center ? slack * 0.5f : slack);
    const float baseline = std::round((top + above) * type.pixel_ratio()) / type.pixel_ratio();
    draw_line(list, type, paragraph.style, line.text, {x, baseline}, color);
  }
}

}  // namespace ats::paint
