#include "model/utf8.hpp"

namespace ats::model {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Lead {
  std::size_t size;
  char32_t bits;
  char32_t smallest;  // Longer spellings of smaller values are not UTF-8.
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU, 0x80};
  if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07U, 0x10000};
  return {0, 0, 0};
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

CodePoint first_code_point(std::string_view text, std::size_t at) {
  const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
  if (lead.size == 0 || text.size() - at < lead.size) return {replacement, 1};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.size; ++i) {
    if (!continues(text[at + i])) return {replacement, 1};
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < lead.smallest || value > 0x10FFFF || surrogate) return {replacement, 1};
  return {value, lead.size};
}

CodePoint last_code_point(std::string_view text) {
  if (text.empty()) return {};
  for (std::size_t size = 1; size <= 4 && size <= text.size(); ++size) {
    const CodePoint point = first_code_point(text, text.size() - size);
    if (point.size == size && point.value != replacement) return point;
    if (!continues(text[text.size() - size])) break;
  }
  return {replacement, 1};
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += first_code_point(text, at).size) ++count;
  return count;
}

std::string_view first_characters(std::string_view text, std::size_t limit) {
  std::size_t at = 0;
  for (; limit > 0 && at < text.size(); --limit) at += first_code_point(text, at).size;
  return text.substr(0, at);
}

}  // namespace ats::model
