#include <utility>

#include "flow/screens/chapters.hpp"
#include "flow/step.hpp"
#include "flow/turn/config_check.hpp"

namespace ats::flow {
namespace {

/// The backend's word goes over what stood in the address.
void arrived(Turn& turn, const SessionArrived& session) {
  model::HostConfig& config = turn.state.config;
  add(turn, StopTimer{TimerKind::deadline, session.attempt});
  if (!session.provider.empty()) config.provider = session.provider;
  config.required_scopes = session.required_scopes;
  config.optional_scopes = session.optional_scopes;
  config.brand_name = session.organisation;
  if (std::string wrong = wrong_member(turn.setup, turn.state); !wrong.empty()) {
    turn.next = SessionEnd{config_error(std::move(wrong))};
  } else {
    go_to(turn, ConfirmingSession{session.organisation, session.requester});
  }
}

void failed(Turn& turn, Attempt attempt, model::ErrorCode code, std::string detail = {}) {
  model::LinkError error;
  error.code = code;
  error.detail = std::move(detail);
  turn.next = Failure{std::move(error), attempt};
}

}  // namespace

void begin(Turn& turn, const SessionQuestion&) {
  const Attempt attempt = ++turn.state.attempts;
  go_to(turn, AwaitingSession{attempt});
  add(turn, AskSession{attempt, turn.state.config.state});
  add(turn, StartTimer{TimerKind::deadline, attempt, attempt_limit_ms});
}

void on(Turn& turn, const AwaitingSession& screen, const Event& event) {
  if (const auto* session = std::get_if<SessionArrived>(&event)) {
    if (session->attempt == screen.attempt) arrived(turn, *session);
  } else if (const auto* refused = std::get_if<SessionRefused>(&event)) {
    if (refused->attempt != screen.attempt) return;
    add(turn, StopTimer{TimerKind::deadline, screen.attempt});
    failed(turn, screen.attempt, refused->code, refused->detail);
  } else if (const auto* timer = std::get_if<TimerElapsed>(&event)) {
    if (timer->kind != TimerKind::deadline || timer->attempt != screen.attempt) return;
    add(turn, AbortRequests{screen.attempt});
    failed(turn, screen.attempt, model::ErrorCode::timeout);
  }
}

void on(Turn& turn, const ConfirmingSession&, const Event& event) {
  if (std::holds_alternative<SessionAccepted>(event)) turn.next = Walk{};
}

}  // namespace ats::flow
