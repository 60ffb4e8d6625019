#include "paint/layout_text.hpp"

#include <cmath>
#include <cstdlib>

namespace ats::paint {

namespace {

// printf of floats costs 10 kB of wasm.
void append_length(std::string& text, float length) {
  const long hundredths = std::lround(length * 100.0f);
  const long whole = std::labs(hundredths) / 100, rest = std::labs(hundredths) % 100;
  if (hundredths < 0) text += '-';
  text += std::to_string(whole);
  if (rest == 0) return;
  text += rest < 10 ? ".0" : ".";
  text += std::to_string(rest);
}

void append_member(std::string& text, const char* name, float length) {
  text += ",\"";
  text += name;
  text += "\":";
  append_length(text, length);
}

// Ids come from provider files, whose ids are plain; quotes are escaped all the same.
void append_id(std::string& text, const std::string& id) {
  for (const char c : id) {
    if (static_cast<unsigned char>(c) < 0x20) continue;
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
}

void append_rects(std::string& text, const char* region, const std::vector<Rect>& rects) {
  for (const Rect& rect : rects) {
    text += text.back() == '[' ? "{\"region\":\"" : ",{\"region\":\"";
    text += region;
    text += "\",\"id\":\"";
    append_id(text, rect.id);
    text += '"';
    append_member(text, "x", rect.x);
    append_member(text, "y", rect.y);
    append_member(text, "width", rect.width);
    append_member(text, "height", rect.height);
    text += '}';
  }
}

}  // namespace

std::string write_layout(const Layout& layout) {
  std::string text = "{\"width\":";
  append_length(text, layout.width);
  append_member(text, "header", layout.header);
  append_member(text, "content", layout.content);
  append_member(text, "footer", layout.footer);
  text += ",\"rects\":[";
  append_rects(text, "header", layout.header_rects);
  append_rects(text, "content", layout.content_rects);
  append_rects(text, "footer", layout.footer_rects);
  text += "]}";
  return text;
}

}  // namespace ats::paint
