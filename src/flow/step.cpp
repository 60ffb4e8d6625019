#include "flow/step.hpp"

#include <utility>
#include <variant>

#include "base/overloaded.hpp"
#include "flow/chapters.hpp"

namespace ats::flow {
namespace {

void dispatch(Turn& turn, const Screen& screen, const Event& event) {
  if (on_overlay(turn, event) || on_closing(turn, event) || on_help(turn, event)) return;
  if (on_config(turn, event) || on_idle_timer(turn, event)) return;
  std::visit(base::Overloaded{[](const Closed&) {}, [&](const auto& shown) { on(turn, shown, event); }},
             screen);
}

bool moved(const State& before, const State& after) {
  return before.turn != after.turn || before.overlay.index() != after.overlay.index();
}

}  // namespace

Transition step(const Setup& setup, const State& state, const Event& event) {
  if (std::holds_alternative<Closed>(state.screen)) return stay(state);
  Turn turn{setup, state, {}};
  if (const auto* asked = std::get_if<HostBackAsked>(&event)) {
    dispatch(turn, state.screen, BackPressed{});
    add(turn, ReplyHost{asked->reply, moved(state, turn.state)});
  } else {
    dispatch(turn, state.screen, event);
  }
  return {std::move(turn.state), std::move(turn.effects)};
}

}  // namespace ats::flow
