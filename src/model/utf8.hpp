#pragma once

#include <cstddef>
#include <string_view>

namespace ats::model {

/// One character and how many bytes it takes. A byte that is no UTF-8 counts as U+FFFD of one byte.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
  bool operator==(const CodePoint&) const = default;
};

/// `at` must be inside `text`.
[[nodiscard]] CodePoint first_code_point(std::string_view text, std::size_t at = 0);
/// The one that ends `text`; size 0 if `text` is empty.
[[nodiscard]] CodePoint last_code_point(std::string_view text);
[[nodiscard]] std::size_t count_code_points(std::string_view text);
/// The longest beginning of `text` that has at most `limit` characters.
[[nodiscard]] std::string_view first_characters(std::string_view text, std::size_t limit);

}  // namespace ats::model
