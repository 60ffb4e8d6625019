#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace ats::codec {

/// The words of an enum; the index is the value. A `static_assert` beside each holds its length.
using WordTable = std::span<const char* const>;

/// How many values an enum has; a table of words is as long, or does not compile.
template <class Enum>
[[nodiscard]] constexpr std::size_t count_up_to(Enum last) {
  return static_cast<std::size_t>(last) + 1;
}

/// The word of a value, from the one table of its enum.
template <class Enum>
[[nodiscard]] constexpr const char* word(WordTable words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

/// The value that a word has in a table, as a number; -1: the word is none of them.
[[nodiscard]] int place_of(WordTable words, std::string_view word);

}  // namespace ats::codec
