#pragma once

#include <array>
#include <cstddef>

namespace ats::codec {

/// How many values an enum has; a table of words is as long, or does not compile.
template <class Enum>
[[nodiscard]] constexpr std::size_t count_up_to(Enum last) {
  return static_cast<std::size_t>(last) + 1;
}

/// The word of a value, from the one table of its enum.
template <std::size_t size, class Enum>
[[nodiscard]] constexpr const char* word(const std::array<const char*, size>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace ats::codec
