#pragma once

#include <array>
#include <cstddef>

#include "flow/event.hpp"
#include "view/describe.hpp"

namespace ats::codec {

/// How many values an enum has; a table of words is as long, or does not compile.
template <class Enum>
[[nodiscard]] constexpr std::size_t count_up_to(Enum last) {
  return static_cast<std::size_t>(last) + 1;
}

/// The word of a value, from the one table of its enum.
template <std::size_t Size, class Enum>
[[nodiscard]] constexpr const char* word(const std::array<const char*, Size>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

// Words that both a reader and a writer know.

inline constexpr std::array timer_words{"deadline", "countdown", "idle", "loading"};
static_assert(timer_words.size() == count_up_to(flow::TimerKind::loading));
inline constexpr std::array action_words{"press", "input", "submit"};
static_assert(action_words.size() == count_up_to(view::ActionKind::submit));

}  // namespace ats::codec
