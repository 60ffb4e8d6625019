#include "flow/screens/failure.hpp"

#include <utility>

#include "flow/step.hpp"
#include "flow/turn/draft.hpp"

namespace ats::flow {
namespace {

using model::ErrorCode;

bool ends_session(ErrorCode code) {
  return code == ErrorCode::session_expired || code == ErrorCode::config_invalid ||
         code == ErrorCode::origin_not_allowed;
}

/// Whole seconds; the verdict keeps what the ATS names within bounds.
int wait_seconds(const model::LinkError& error) {
  if (error.code != ErrorCode::rate_limited) return 0;
  const int ms = error.retry_after_ms > 0 ? error.retry_after_ms : default_wait_ms;
  return (ms + 999) / 1000;
}

void report(Turn& turn, const model::LinkError& error) {
  turn.state.last_error = error;
  NotifyHost told = notice(turn, HostEvent::error);
  told.error = error;
  add(turn, std::move(told));
}

void show_refused(Turn& turn, const model::LinkError& error) {
  report(turn, error);
  if (!turn.state.draft.secrets.empty()) wipe_secrets(turn);
  turn.state.overlay = std::monostate{};
  go_to(turn, Refused{error});
}

/// Without a provider it was the question for the session that failed.
bool before_walk(const Turn& turn) { return turn.state.draft.provider.empty(); }

void tick(Turn& turn) {
  auto* shown = std::get_if<Failed>(&turn.state.screen);
  if (shown == nullptr || shown->wait_s == 0) return;
  if (--shown->wait_s > 0) add(turn, StartTimer{TimerKind::countdown, shown->attempt, 1000});
}

void retry(Turn& turn, const Failed& screen) {
  if (screen.wait_s > 0) return;
  if (before_walk(turn)) {
    turn.next = SessionQuestion{};
  } else if (screen.pending) {
    turn.next = RepeatedHandOver{*screen.pending};
  } else if (ready_to_verify(turn)) {
    turn.next = NewAttempt{};
  }
}

const model::Field* field_of(const Turn& turn, const std::string& id) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  return provider == nullptr ? nullptr : provider->field(id);
}

void edit(Turn& turn, const Failed& screen, const std::string& id) {
  const model::Field* field = field_of(turn, id);
  if (field == nullptr) return;
  stop_running(turn);
  if (field->kind == model::FieldKind::secret) {
    go_to(turn, EnteringKey{{}, screen.error});
  } else {
    go_to(turn, EnteringDetails{{}, screen.error});
  }
}

void use(Turn& turn, const Failed& screen, const SuggestionTaken& taken) {
  const model::Field* field = field_of(turn, taken.field);
  if (field == nullptr || field->kind == model::FieldKind::secret || screen.wait_s > 0) return;
  turn.state.draft.fields[taken.field] = taken.value;
  if (ready_to_verify(turn)) turn.next = NewAttempt{};
}

void back(Turn& turn, const Failed& screen) {
  if (chosen_provider(turn.setup, turn.state) == nullptr) return;
  const bool details = model::about_subdomain(screen.error.code) && asks_details(turn.setup, turn.state);
  stop_running(turn);
  go_to(turn, details ? Screen{EnteringDetails{}} : Screen{EnteringKey{}});
}

}  // namespace

void begin(Turn& turn, const Failure& asked) {
  if (ends_session(asked.error.code)) {
    show_refused(turn, asked.error);
    return;
  }
  report(turn, asked.error);
  const int wait_s = wait_seconds(asked.error);
  const Replies& replies = asked.pending ? asked.pending->replies : asked.replies;
  go_to(turn, Failed{asked.error, asked.attempt, wait_s, asked.pending, replies});
  if (wait_s > 0) add(turn, StartTimer{TimerKind::countdown, asked.attempt, 1000});
  if (!turn.state.draft.secrets.empty()) restart_idle_timer(turn);
}

void begin(Turn& turn, const SessionEnd& asked) {
  stop_running(turn);
  show_refused(turn, asked.error);
}

void on(Turn& turn, const Failed& screen, const Event& event) {
  if (std::holds_alternative<RetryPressed>(event)) {
    retry(turn, screen);
  } else if (const auto* pressed = std::get_if<EditPressed>(&event)) {
    edit(turn, screen, pressed->field);
  } else if (const auto* taken = std::get_if<SuggestionTaken>(&event)) {
    use(turn, screen, *taken);
  } else if (std::holds_alternative<BackPressed>(event)) {
    back(turn, screen);
  } else if (const auto* timer = std::get_if<TimerElapsed>(&event)) {
    if (timer->kind == TimerKind::countdown && timer->attempt == screen.attempt) tick(turn);
  }
}

void on(Turn&, const Refused&, const Event&) {}

}  // namespace ats::flow
