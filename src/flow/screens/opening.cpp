#include "flow/screens/opening.hpp"

#include <algorithm>
#include <utility>

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
  } else if (step == Step::provider && may_choose(turn.state)) {
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
  if (may_choose(turn.state)) {
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

namespace {

/// While a key is checked and after it was, only what is shown may change: what is asked was settled by then.
bool settled(const Screen& screen) {
  return std::holds_alternative<Verifying>(screen) || std::holds_alternative<HandingOver>(screen) ||
         std::holds_alternative<Connected>(screen) || std::holds_alternative<Failed>(screen);
}

void take_words(model::HostConfig& config, const model::HostConfig& patch) {
  config.brand_name = patch.brand_name;
  config.support_url = patch.support_url;
  config.support_email = patch.support_email;
  config.support_request = patch.support_request;
  config.invite_url = patch.invite_url;
}

void update(Turn& turn, const model::HostConfig& patch) {
  model::HostConfig& config = turn.state.config;
  take_words(config, patch);
  if (settled(turn.state.screen)) return;
  config.state = patch.state;
  config.providers = patch.providers;
  config.required_scopes = patch.required_scopes;
  config.optional_scopes = patch.optional_scopes;
  if (std::string wrong = wrong_member(turn.setup, turn.state); !wrong.empty()) {
    turn.next = SessionEnd{config_error(std::move(wrong))};
  }
}

}  // namespace

bool on_config(Turn& turn, const Event& event) {
  const Screen& screen = turn.state.screen;
  if (std::holds_alternative<Idle>(screen)) return false;
  const bool over = turn.state.succeeded || std::holds_alternative<Refused>(screen);
  if (const auto* refused = std::get_if<ConfigRefused>(&event)) {
    if (!over) turn.next = SessionEnd{config_error(refused->error.field)};
    return true;
  }
  if (const auto* updated = std::get_if<HostUpdated>(&event)) {
    // A hosted link has no host page; its configuration is the backend's.
    if (!turn.setup.hosted && !std::holds_alternative<Refused>(screen)) update(turn, updated->config);
    return true;
  }
  return false;
}

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
