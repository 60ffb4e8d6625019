#include "flow/turn/turn.hpp"

#include <utility>

#include "flow/step.hpp"
#include "flow/turn/field_check.hpp"

namespace ats::flow {
namespace {

// The host's page keeps the snapshot: only what passed the rules goes there, as a key pasted into the wrong
// field does not.
Snapshot snapshot_of(const Turn& turn, Step step) {
  // Until the details can judge it, it stays what the host gave.
  Snapshot snapshot{step, turn.state.draft.provider, turn.state.draft.saved};
  if (const model::Provider* provider = chosen_provider(turn.setup, turn.state)) {
    snapshot.fields = check_details(*provider, turn.state.draft).clean;
  }
  return snapshot;
}

}  // namespace

void add(Turn& turn, Effect effect) { turn.effects.push_back(std::move(effect)); }

NotifyHost notice(const Turn& turn, HostEvent name) {
  NotifyHost told;
  told.name = name;
  told.step = step_of(turn.state.screen);
  told.provider = turn.state.draft.provider;
  return told;
}

void tell(Turn& turn, HostEvent name) { add(turn, notice(turn, name)); }

void go_to(Turn& turn, Screen screen) {
  const bool first = is_unseen(turn.state.screen);
  const Step from = step_of(turn.state.screen);
  const Step to = step_of(screen);
  if (!first && !std::holds_alternative<AwaitingProvider>(turn.state.screen)) turn.state.resumed = false;
  turn.state.screen = std::move(screen);
  turn.state.draft.show_key = false;
  ++turn.state.turn;
  if (from == to && !first) return;

  NotifyHost changed = notice(turn, HostEvent::transition_view);
  if (!first) changed.from = from;
  changed.to = to;
  add(turn, std::move(changed));
  save(turn, to);
}

void save(Turn& turn, Step step) {
  if (step >= Step::provider && step <= Step::api_key) add(turn, SaveSnapshot{snapshot_of(turn, step)});
}

void stop_running(Turn& turn) {
  const Screen& screen = turn.state.screen;
  Attempt attempt = 0;
  if (const auto* awaiting = std::get_if<AwaitingSession>(&screen)) attempt = awaiting->attempt;
  if (const auto* verifying = std::get_if<Verifying>(&screen)) attempt = verifying->attempt;
  if (const auto* handing_over = std::get_if<HandingOver>(&screen)) attempt = handing_over->attempt;
  if (attempt != 0) {
    add(turn, AbortRequests{attempt});
    add(turn, StopTimer{TimerKind::deadline, attempt});
  }
  if (const auto* awaited = std::get_if<AwaitingProvider>(&screen);
      awaited != nullptr && awaited->wait == Wait::brief) {
    add(turn, StopTimer{TimerKind::loading, 0});
  }
  if (const auto* failed = std::get_if<Failed>(&screen); failed != nullptr && failed->wait_s > 0) {
    add(turn, StopTimer{TimerKind::countdown, failed->attempt});
  }
}

void restart_idle_timer(Turn& turn) { add(turn, StartTimer{TimerKind::idle, 0, idle_limit_ms}); }

void wipe_secrets(Turn& turn) {
  if (!turn.state.draft.secrets.empty()) add(turn, StopTimer{TimerKind::idle, 0});
  turn.state.draft.secrets.clear();
  turn.state.draft.show_key = false;
  add(turn, WipeSecrets{});
}

Seal seal_of(const Turn& turn, Attempt attempt, SealFor purpose,
             const std::optional<model::Connection>& connection) {
  const Draft& draft = turn.state.draft;
  Seal seal;
  seal.attempt = attempt;
  seal.purpose = purpose;
  seal.state = turn.state.config.state;
  seal.provider = draft.provider;
  seal.fields = draft.checked.fields;
  seal.secrets = draft.secrets;
  seal.connection = connection;
  return seal;
}

}  // namespace ats::flow
