#include "base/percent.hpp"

namespace ats::base {
namespace {

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

void append_percent_encoded(std::string& target, std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  for (const char character : text) {
    if (unreserved(character)) {
      target += character;
      continue;
    }
    const auto byte = static_cast<unsigned char>(character);
    target += '%';
    target += digits[byte >> 4U];
    target += digits[byte & 15U];
  }
}

}  // namespace ats::base
