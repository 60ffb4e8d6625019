#include "flow/step.hpp"

#include <utility>
#include <variant>

#include "base/variant.hpp"
#include "flow/screens/await_provider.hpp"
#include "flow/screens/choosing.hpp"
#include "flow/screens/closing.hpp"
#include "flow/screens/credentials.hpp"
#include "flow/screens/failure.hpp"
#include "flow/screens/hand_over.hpp"
#include "flow/screens/opening.hpp"
#include "flow/screens/verify.hpp"
#include "flow/turn/draft.hpp"

namespace ats::flow {
namespace {

void meet_screen(Turn& turn, const Event& event) {
  // The screen that the event met: the one in the turn changes meanwhile.
  const Screen screen = turn.state.screen;
  std::visit(base::Overloaded{[](const Closed&) {}, [&](const auto& shown) { on(turn, shown, event); }},
             screen);
}

void meet(Turn& turn, const Event& event) {
  if (on_overlay(turn, event) || on_closing(turn, event) || on_help(turn, event) || on_report(turn, event))
    return;
  if (on_start_over(turn, event) || on_details(turn, event) || on_config(turn, event) ||
      on_idle_timer(turn, event))
    return;
  if (std::holds_alternative<BackPressed>(event) && !can_go_back(turn.setup, turn.state)) return;
  meet_screen(turn, event);
}

void dispatch(Turn& turn, const Event& event) {
  const bool was_idle = std::holds_alternative<Idle>(turn.state.screen);
  meet(turn, event);
  while (turn.next.index() != 0) {
    const Next next = std::exchange(turn.next, std::monostate{});
    std::visit(base::Overloaded{[](std::monostate) {}, [&](const Again&) { meet_screen(turn, event); },
                                [&](const auto& asked) { begin(turn, asked); }},
               next);
  }
  // Told first, but with the step and provider that only now are known.
  if (was_idle && !std::holds_alternative<Idle>(turn.state.screen)) {
    turn.effects.insert(turn.effects.begin(), notice(turn, HostEvent::open));
  }
}

}  // namespace

bool can_go_back(const Setup& setup, const State& state) {
  const Screen& screen = state.screen;
  if (std::holds_alternative<ChoosingMethod>(screen)) return may_choose(state);
  // While it is only a moment nothing else is shown yet.
  if (const auto* awaiting = std::get_if<AwaitingProvider>(&screen))
    return awaiting->wait != Wait::brief || awaiting->from != Step::method || may_choose(state);
  // Without an ATS it was the question for the session that failed.
  if (std::holds_alternative<Failed>(screen)) return chosen_entry(setup, state) != nullptr;
  return base::is_any<RequestingProvider, ConfirmingAdmin, Inviting, ReviewingPermissions, EnteringDetails,
                      EnteringKey, Verifying, HandingOver>(screen);
}

Transition step(const Setup& setup, State state, const Event& event) {
  if (std::holds_alternative<Closed>(state.screen)) return {std::move(state), {}};
  Turn turn{setup, std::move(state), {}, {}};
  if (const auto* asked = std::get_if<HostBackAsked>(&event)) {
    const int shown = turn.state.turn;
    const std::size_t over = turn.state.overlay.index();
    dispatch(turn, BackPressed{});
    add(turn, ReplyHost{asked->reply, turn.state.turn != shown || turn.state.overlay.index() != over});
  } else {
    dispatch(turn, event);
  }
  return {std::move(turn.state), std::move(turn.effects)};
}

}  // namespace ats::flow
