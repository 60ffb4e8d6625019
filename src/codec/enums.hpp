#pragma once

#include <array>

#include "codec/word_table.hpp"
#include "flow/event.hpp"
#include "view/describe.hpp"

namespace ats::codec {

// Words that both a reader and a writer know.

inline constexpr std::array timer_words{"deadline", "countdown", "idle", "loading"};
static_assert(timer_words.size() == count_up_to(flow::TimerKind::loading));
inline constexpr std::array action_words{"press", "input", "submit"};
static_assert(action_words.size() == count_up_to(view::ActionKind::submit));

}  // namespace ats::codec
