#include <algorithm>
#include <utility>

#include "flow/screens/chapters.hpp"
#include "flow/step.hpp"
#include "flow/turn/config_check.hpp"
#include "flow/turn/draft.hpp"

namespace ats::flow {
namespace {

bool takes_snapshot(const Turn& turn, const Snapshot& snapshot) {
  const std::string& wanted = turn.state.config.provider;
  if (!wanted.empty() && wanted != snapshot.provider) return false;
  const auto allowed = allowed_providers(turn.setup, turn.state);
  return std::any_of(allowed.begin(), allowed.end(),
                     [&](const model::ProviderEntry* provider) { return provider->id == snapshot.provider; });
}

void restore(Turn& turn, const Snapshot& snapshot) {
  choose(turn, snapshot.provider);
  turn.state.draft.saved = snapshot.fields;
  take_known(turn);
  const Step step = snapshot.step;
  if (step >= Step::invite) {
    turn.next = Onward{step};
  } else if (step == Step::admin) {
    go_to(turn, ConfirmingAdmin{});
  } else if (step == Step::provider && turn.state.config.provider.empty()) {
    go_to(turn, ChoosingProvider{});
  } else {
    go_to(turn, ChoosingMethod{});
  }
  turn.state.resumed = true;
}

void opened(Turn& turn, const Opened& event) {
  turn.state.config = event.config;
  turn.state.today = event.today;
  if (std::string wrong = wrong_member(turn.setup, turn.state); !wrong.empty()) {
    turn.next = SessionEnd{config_error(std::move(wrong))};
  } else if (turn.setup.hosted) {
    turn.next = SessionQuestion{};
  } else if (event.snapshot && takes_snapshot(turn, *event.snapshot)) {
    restore(turn, *event.snapshot);
  } else {
    turn.next = Walk{};
  }
}

}  // namespace

void begin(Turn& turn, const Walk&) {
  if (turn.state.config.provider.empty()) {
    go_to(turn, ChoosingProvider{});
  } else {
    choose(turn, turn.state.config.provider);
    // Who reconnects has read everything before: straight to what is needed anew. Back leads through the
    // rest.
    const bool again = turn.state.config.mode == model::Mode::relink;
    if (again) {
      turn.next = Onward{Step::api_key};
    } else {
      go_to(turn, ChoosingMethod{});
    }
  }
}

bool on_start_over(Turn& turn, const Event& event) {
  if (!std::holds_alternative<StartOverPressed>(event)) return false;
  if (!turn.state.resumed) return true;
  stop_running(turn);
  if (!turn.state.draft.secrets.empty()) wipe_secrets(turn);
  turn.state.draft = Draft{};
  turn.state.resumed = false;
  const Step before = step_of(turn.state.screen);
  begin(turn, Walk{});
  // Else it is saved as another step.
  if (step_of(turn.state.screen) == before) save(turn, before);
  return true;
}

void on(Turn& turn, const Idle&, const Event& event) {
  if (const auto* open = std::get_if<Opened>(&event)) {
    opened(turn, *open);
  } else if (const auto* refused = std::get_if<ConfigRefused>(&event)) {
    turn.next = SessionEnd{config_error(refused->error.field)};
  }
}

}  // namespace ats::flow
