#pragma once

#include "flow/state.hpp"

namespace ats::view {

struct Progress {
  int step = 0, steps = 0;  // 0: not counted.
  bool operator==(const Progress&) const = default;
};

/// Which of how many steps the screen is. Steps that are skipped do not count; the end counts as the last.
[[nodiscard]] Progress progress_of(const flow::Setup& setup, const flow::State& state);

}  // namespace ats::view
