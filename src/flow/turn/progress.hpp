#pragma once

#include "flow/state.hpp"

namespace ats::flow {

struct Progress {
  int step = 0, steps = 0;  // 0: not counted.
};

/// Which of how many steps the screen is, from 1. Steps that are skipped do not count; the end counts as the
/// last.
[[nodiscard]] Progress progress_of(const Setup& setup, const State& state);

}  // namespace ats::flow
