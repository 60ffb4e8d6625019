#include "flow/screens/await_provider.hpp"

#include <utility>

#include "flow/step.hpp"
#include "flow/turn/draft.hpp"
#include "flow/turn/field_check.hpp"

namespace ats::flow {
namespace {

/// At most the key's screen, as the key itself is never restored.
Screen screen_of(const Turn& turn, const AwaitingProvider& way) {
  if (way.to == Step::invite) return Inviting{way.from.value_or(Step::admin), false, false};
  if (way.to <= Step::permissions) return ReviewingPermissions{};
  return way.to == Step::subdomain ? first_form(turn) : furthest_form(turn);
}

/// The permissions are told to somebody who gets no link.
bool needs_details(const Turn& turn, Step step) {
  return step != Step::invite || turn.state.config.invite_url.empty();
}

void fail(Turn& turn, AwaitingProvider screen, const std::string& detail) {
  stop_running(turn);
  screen.wait = Wait::failed;
  go_to(turn, screen);
  model::LinkError error;
  error.code = model::ErrorCode::load_failed;
  error.detail = turn.state.draft.provider + (detail.empty() ? "" : ": " + detail);
  turn.state.last_error = error;
  NotifyHost told = notice(turn, HostEvent::error);
  told.error = std::move(error);
  add(turn, std::move(told));
}

/// A problem keeps the sentence that the details had; it is said again in those that came.
void renew(std::vector<model::FieldProblem>& shown, const std::vector<model::FieldProblem>& now) {
  for (model::FieldProblem& problem : shown) {
    for (const model::FieldProblem& same : now) {
      if (same.field == problem.field && same.message_key == problem.message_key) problem = same;
    }
  }
}

void renew_problems(Turn& turn) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  if (provider == nullptr) return;
  if (auto* details = std::get_if<EnteringDetails>(&turn.state.screen))
    renew(details->problems, check_details(*provider, turn.state.draft).problems);
  if (auto* key = std::get_if<EnteringKey>(&turn.state.screen)) {
    const std::string& name = brand_name(turn.setup, turn.state);
    renew(key->problems, check_secrets(*provider, turn.state.draft, name).problems);
  }
}

void back(Turn& turn, const AwaitingProvider& screen) {
  stop_running(turn);
  if (screen.wait != Wait::brief) return go_to(turn, screen_before(screen.from));
  // That one is still what is seen: Back was pressed there.
  turn.state.screen = screen_before(screen.from);
  turn.next = Again{};
}

}  // namespace

void begin(Turn& turn, const Onward& asked) {
  const Step now = step_of(turn.state.screen);
  const bool first = std::holds_alternative<Idle>(turn.state.screen);
  const AwaitingProvider way{asked.to, first ? std::nullopt : std::optional(now)};
  const bool ready = chosen_provider(turn.setup, turn.state) != nullptr;
  if (ready || !needs_details(turn, asked.to)) return go_to(turn, screen_of(turn, way));
  ask_details(turn);
  // No other step yet: what comes at once is not to flicker.
  turn.state.screen = way;
  add(turn, StartTimer{TimerKind::loading, 0, brief_wait_ms});
}

bool on_details(Turn& turn, const Event& event) {
  State& state = turn.state;
  if (std::holds_alternative<LanguageChanged>(event)) {
    state.fetching.clear();
    if (!state.draft.provider.empty()) {
      state.fetching.insert(state.draft.provider);
      add(turn, FetchProvider{state.draft.provider});
    }
    return true;
  }
  const auto* arrived = std::get_if<ProviderArrived>(&event);
  const auto* failed = std::get_if<ProviderFailed>(&event);
  if (arrived == nullptr && failed == nullptr) return false;
  const std::string& id = arrived != nullptr ? arrived->provider : failed->provider;
  state.fetching.erase(id);
  // Of another one, which was chosen before: kept for when it is chosen again.
  if (id != state.draft.provider) return true;
  const auto* awaiting = std::get_if<AwaitingProvider>(&state.screen);
  if (arrived != nullptr) {
    take_known(turn);
    renew_problems(turn);
  }
  if (awaiting == nullptr) return true;
  const AwaitingProvider way = *awaiting;
  if (failed != nullptr) {
    if (way.wait != Wait::failed) fail(turn, way, failed->detail);
    return true;
  }
  stop_running(turn);
  go_to(turn, screen_of(turn, way));
  return true;
}

void on(Turn& turn, const AwaitingProvider& screen, const Event& event) {
  const auto* timer = std::get_if<TimerElapsed>(&event);
  if (timer != nullptr && timer->kind == TimerKind::loading && screen.wait == Wait::brief) {
    go_to(turn, AwaitingProvider{screen.to, screen.from, Wait::slow});
  } else if (std::holds_alternative<RetryPressed>(event) && screen.wait == Wait::failed) {
    go_to(turn, AwaitingProvider{screen.to, screen.from, Wait::slow});
    ask_details(turn);
  } else if (std::holds_alternative<BackPressed>(event)) {
    back(turn, screen);
  } else if (std::holds_alternative<InviteChosen>(event) && screen.wait == Wait::brief && screen.from) {
    stop_running(turn);
    turn.next = Invitation{};
  }
}

}  // namespace ats::flow
