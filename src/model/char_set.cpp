#include "model/char_set.hpp"

#include <cstddef>

#include "model/utf8.hpp"

namespace ats::model {

bool in_set(std::string_view ranges, char character) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    // A hyphen is a range only between two characters; at either end it is itself.
    if (i + 2 < ranges.size() && ranges[i + 1] == '-') {
      if (character >= ranges[i] && character <= ranges[i + 2]) return true;
      i += 2;
    } else if (ranges[i] == character) {
      return true;
    }
  }
  return false;
}

bool is_lower(char character) { return character >= 'a' && character <= 'z'; }
bool is_upper(char character) { return character >= 'A' && character <= 'Z'; }
bool is_letter(char character) { return is_lower(character) || is_upper(character); }
bool is_digit(char character) { return character >= '0' && character <= '9'; }
bool is_hex(char character) {
  const char lower = to_lower(character);
  return is_digit(character) || (lower >= 'a' && lower <= 'f');
}

bool is_ascii(std::string_view text) {
  for (const char character : text) {
    if (static_cast<unsigned char>(character) >= 0x80) return false;
  }
  return true;
}

char to_lower(char character) {
  return is_upper(character) ? static_cast<char>(character - 'A' + 'a') : character;
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& character : lower) character = to_lower(character);
  return lower;
}

bool same_word(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (to_lower(a[i]) != to_lower(b[i])) return false;
  }
  return true;
}

bool starts_with_word(std::string_view text, std::string_view lower_case_word) {
  return same_word(text.substr(0, lower_case_word.size()), lower_case_word);
}

std::size_t find_word(std::string_view text, std::string_view lower_case_word) {
  for (std::size_t at = 0; at + lower_case_word.size() <= text.size(); ++at) {
    if (starts_with_word(text.substr(at), lower_case_word)) return at;
  }
  return std::string_view::npos;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000 || is_line_break(c);
}

bool is_line_break(char32_t c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_invisible(char32_t c) {
  // Hyphens that show at a line's end alone, joiners, marks of direction, variants of a sign, tags, and
  // letters without a form.
  return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x115F || c == 0x1160 ||
         (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         c == 0xFFA0 || (c >= 0xE0000 && c <= 0xE007F);
}

bool has_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = first_code_point(text, at);
    if (is_space(point.value)) return true;
    at += point.size;
  }
  return false;
}

std::string_view trim_start(std::string_view text) {
  while (!text.empty() && is_space(first_code_point(text).value))
    text.remove_prefix(first_code_point(text).size);
  return text;
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && is_space(last_code_point(text).value))
    text.remove_suffix(last_code_point(text).size);
  return text;
}

std::string_view trim_ends(std::string_view text) { return trim_end(trim_start(text)); }

}  // namespace ats::model
