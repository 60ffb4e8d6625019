#pragma once

#include <vector>

#include "flow/effect.hpp"
#include "flow/event.hpp"
#include "flow/state.hpp"

namespace ats::flow {

/// What follows an event: the next state, and what to ask of the world, in order.
struct Transition {
  State next;
  std::vector<Effect> effects;
  bool operator==(const Transition&) const = default;
};

/// One attempt's limit, by our own timer (contract 3), and the wait when a rate limit names none.
inline constexpr int attempt_limit_ms = 10'000;
inline constexpr int default_wait_ms = 10'000;
/// What comes within this time was not waited for.
inline constexpr int brief_wait_ms = 200;
/// A key left alone on the screen for this long is wiped.
inline constexpr int idle_limit_ms = 600'000;

/// The rules of the flow: total (every pair has an answer; an unknown pair stays put) and pure.
/// The state is given away where its owner can: it holds secrets, which nothing should copy.
[[nodiscard]] Transition step(const Setup& setup, State state, const Event& event);

/// Whether Back leads to another screen; with nothing lying over this one.
[[nodiscard]] bool can_go_back(const Setup& setup, const State& state);

}  // namespace ats::flow
