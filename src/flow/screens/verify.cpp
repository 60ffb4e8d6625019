#include "flow/screens/verify.hpp"

#include <algorithm>
#include <utility>

#include "flow/step.hpp"
#include "flow/verdict/key_echo.hpp"
#include "flow/verdict/probes_to_send.hpp"
#include "flow/verdict/verdict.hpp"

namespace ats::flow {
namespace {

model::Connection nothing_proved(const Wanted& wanted) {
  model::Connection connection;
  connection.scopes.unverified = wanted.required;
  connection.scopes.unverified.insert(connection.scopes.unverified.end(), wanted.optional.begin(),
                                      wanted.optional.end());
  return connection;
}

void ask_ats(Turn& turn, Attempt attempt, const std::vector<std::string>& probes) {
  if (turn.setup.page.verify == model::VerifyMode::backend) {
    add(turn, seal_of(turn, attempt, SealFor::verify, std::nullopt));
    return;
  }
  const Draft& draft = turn.state.draft;
  for (const std::string& probe : probes) {
    add(turn, SendProbe{attempt, draft.provider, probe, draft.checked.fields, draft.secrets});
  }
}

/// What the user saw of each probe stays on the screen while the key is handed over; the words do not.
Replies without_words(Replies replies) {
  for (auto& entry : replies) {
    if (auto* answer = std::get_if<model::UpstreamAnswer>(&entry.second)) answer->error.clear();
  }
  return replies;
}

/// What is known is judged; probes without an answer count as timed out.
void conclude(Turn& turn, const Verifying& screen) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  if (provider == nullptr) return;
  Verdict verdict = judge(*provider, wanted_scopes(*provider, turn.state.config),
                          turn.state.draft.checked.fields, screen.replies);
  drop_echoes(verdict, turn.state.draft.secrets);
  if (const auto* connection = std::get_if<model::Connection>(&verdict)) {
    turn.next = HandOver{screen.attempt, *connection, without_words(screen.replies)};
  } else if (const auto* error = std::get_if<model::LinkError>(&verdict)) {
    turn.next = Failure{*error, screen.attempt, std::nullopt, without_words(screen.replies)};
  }
}

bool waits(const std::pair<std::string, ProbeReply>& entry) {
  return std::holds_alternative<Waiting>(entry.second);
}

void settle(Turn& turn, Verifying known) {
  const bool complete = std::none_of(known.replies.begin(), known.replies.end(), waits);
  if (complete) {
    add(turn, StopTimer{TimerKind::deadline, known.attempt});
    conclude(turn, known);
  } else {
    turn.state.screen = std::move(known);
  }
}

void answered(Turn& turn, Verifying known, const ProbeAnswered& answer) {
  for (auto& entry : known.replies) {
    if (entry.first == answer.probe && waits(entry)) entry.second = answer.reply;
  }
  settle(turn, std::move(known));
}

/// A probe that the backend leaves out was not answered in the agreed form.
void all_answered(Turn& turn, Verifying known, const BackendAnswered& answer) {
  for (auto& entry : known.replies) {
    entry.second = model::RelayAnswer{};
    for (const auto& [probe, reply] : answer.replies) {
      if (probe == entry.first && !std::holds_alternative<Waiting>(reply)) entry.second = reply;
    }
  }
  settle(turn, std::move(known));
}

void backend_failed(Turn& turn, const BackendFailed& event) {
  model::LinkError error;
  error.code = event.code;
  error.detail = event.detail;
  add(turn, StopTimer{TimerKind::deadline, event.attempt});
  turn.next = Failure{std::move(error), event.attempt};
}

}  // namespace

void begin(Turn& turn, const NewAttempt&) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  if (provider == nullptr) return;
  const Attempt attempt = ++turn.state.attempts;
  const model::VerifyMode mode = turn.setup.page.verify;
  const Wanted wanted = wanted_scopes(*provider, turn.state.config);
  const std::vector<std::string> probes = probes_to_send(*provider, wanted);
  // Nothing to ask is the same as asking nothing: the result says that nothing was proved.
  if (mode == model::VerifyMode::none || (mode == model::VerifyMode::relay && probes.empty())) {
    turn.next = HandOver{attempt, nothing_proved(wanted), {}};
    return;
  }
  Verifying screen{attempt, {}};
  for (const std::string& probe : probes) screen.replies.emplace_back(probe, Waiting{});
  go_to(turn, std::move(screen));
  ask_ats(turn, attempt, probes);
  add(turn, StartTimer{TimerKind::deadline, attempt, attempt_limit_ms});
}

void on(Turn& turn, const Verifying& screen, const Event& event) {
  const bool backend = turn.setup.page.verify == model::VerifyMode::backend;
  if (const auto* answer = std::get_if<ProbeAnswered>(&event)) {
    if (answer->attempt == screen.attempt && !backend) answered(turn, screen, *answer);
  } else if (const auto* answers = std::get_if<BackendAnswered>(&event)) {
    if (answers->attempt == screen.attempt && backend) all_answered(turn, screen, *answers);
  } else if (const auto* failed = std::get_if<BackendFailed>(&event)) {
    if (failed->attempt == screen.attempt && backend) backend_failed(turn, *failed);
  } else if (const auto* timer = std::get_if<TimerElapsed>(&event)) {
    if (timer->kind != TimerKind::deadline || timer->attempt != screen.attempt) return;
    add(turn, AbortRequests{screen.attempt});
    conclude(turn, screen);
  } else if (std::holds_alternative<BackPressed>(event)) {
    turn.next = KeyAgain{};
  }
}

}  // namespace ats::flow
