#include "flow/screens/hand_over.hpp"

#include <utility>

#include "flow/step.hpp"

namespace ats::flow {
namespace {

std::string typed_address(const Turn& turn) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  const std::string* typed =
      provider == nullptr ? nullptr : provider->address_in(turn.state.draft.checked.fields);
  return typed == nullptr ? std::string{} : *typed;
}

void succeed(Turn& turn, const HandingOver& screen, const std::string& public_token) {
  add(turn, StopTimer{TimerKind::deadline, screen.attempt});
  if (screen.token.empty())
    wipe_secrets(turn);
  else
    add(turn, StopTimer{TimerKind::idle, 0});
  turn.state.overlay = std::monostate{};
  turn.state.succeeded = true;
  go_to(turn, Connected{screen.connection});

  add(turn, TellSuccess{public_token, turn.state.draft.provider, typed_address(turn), screen.connection,
                        turn.state.draft.checked.key_expires});
  tell(turn, HostEvent::handoff);
}

void sealed(Turn& turn, HandingOver screen, const std::string& token) {
  if (turn.setup.page.handover == model::HandoverMode::callback) {
    succeed(turn, screen, token);
    return;
  }
  // From here on the token is enough, to try again too, and for no longer than it is valid.
  wipe_secrets(turn);
  restart_idle_timer(turn);
  add(turn, PostToken{screen.attempt, token});
  screen.token = token;
  turn.state.screen = std::move(screen);
}

void failed(Turn& turn, const HandingOver& screen, model::ErrorCode code, std::string detail = {}) {
  model::LinkError error;
  error.code = code;
  error.detail = std::move(detail);
  turn.next = Failure{std::move(error), screen.attempt, screen};
}

}  // namespace

void begin(Turn& turn, const HandOver& asked) {
  const Attempt attempt = asked.attempt;
  HandingOver next{attempt, asked.connection, {}, asked.replies};
  // Still the same step to the user, so nothing that would move the focus.
  if (step_of(turn.state.screen) == Step::verifying) {
    turn.state.screen = std::move(next);
  } else {
    go_to(turn, std::move(next));
  }
  add(turn, seal_of(turn, attempt, SealFor::handover, asked.connection));
  add(turn, StartTimer{TimerKind::deadline, attempt, attempt_limit_ms});
}

void begin(Turn& turn, const RepeatedHandOver& asked) {
  const HandingOver& pending = asked.pending;
  const Attempt attempt = ++turn.state.attempts;
  if (pending.token.empty()) {
    begin(turn, HandOver{attempt, pending.connection, pending.replies});
    return;
  }
  go_to(turn, HandingOver{attempt, pending.connection, pending.token, pending.replies});
  add(turn, PostToken{attempt, pending.token});
  add(turn, StartTimer{TimerKind::deadline, attempt, attempt_limit_ms});
}

void on(Turn& turn, const HandingOver& screen, const Event& event) {
  if (const auto* seal = std::get_if<Sealed>(&event)) {
    if (seal->attempt == screen.attempt && screen.token.empty()) sealed(turn, screen, seal->token);
  } else if (const auto* delivered = std::get_if<HandedOver>(&event)) {
    if (delivered->attempt == screen.attempt && !screen.token.empty()) succeed(turn, screen, delivered->ref);
  } else if (const auto* failure = std::get_if<HandoverFailed>(&event)) {
    if (failure->attempt != screen.attempt) return;
    add(turn, StopTimer{TimerKind::deadline, screen.attempt});
    failed(turn, screen, failure->code, failure->detail);
  } else if (const auto* timer = std::get_if<TimerElapsed>(&event)) {
    if (timer->kind != TimerKind::deadline || timer->attempt != screen.attempt) return;
    add(turn, AbortRequests{screen.attempt});
    failed(turn, screen, model::ErrorCode::handover_failed);
  } else if (std::holds_alternative<BackPressed>(event)) {
    turn.next = KeyAgain{};
  }
}

}  // namespace ats::flow
