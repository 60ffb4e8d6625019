#include "flow/table/expect.hpp"

#include <utility>

#include "support/flow_samples.hpp"

namespace ats::flow::table {

State shown(State start, Screen screen) {
  start.screen = std::move(screen);
  ++start.turn;
  return start;
}

Effects operator+(Effects first, const Effects& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

NotifyHost told(const State& state, HostEvent name, Step step) {
  NotifyHost event;
  event.name = name;
  event.step = step;
  event.provider = state.draft.provider;
  return event;
}

NotifyHost told_error(const State& state, Step step, const model::LinkError& error) {
  NotifyHost event = told(state, HostEvent::error, step);
  event.error = error;
  return event;
}

Effects moves(const State& state, Step from, Step to) {
  NotifyHost event = told(state, HostEvent::transition_view, to);
  event.from = from;
  event.to = to;
  if (to < Step::provider || to > Step::api_key) return {event};
  return {event, SaveSnapshot{{to, state.draft.provider, state.draft.fields}}};
}

SendProbe probe(const State& state, Attempt attempt, const std::string& id) {
  return {attempt, state.draft.provider, id, state.draft.fields, state.draft.secrets};
}

Seal seal(const State& state, Attempt attempt) {
  return {attempt,
          SealFor::handover,
          state.config.state,
          state.draft.provider,
          state.draft.fields,
          state.draft.secrets,
          sample::connection()};
}

Transition steps(const State& start, Screen to, const Effects& before, const Effects& after) {
  const Step from = step_of(start.screen);
  const Step there = step_of(to);
  return {shown(start, std::move(to)), before + moves(start, from, there) + after};
}

Transition closes(const State& start, ExitReason reason, const Effects& stopped) {
  TellExit exit;
  exit.reason = reason;
  exit.step = step_of(start.screen);
  exit.provider = start.draft.provider;
  exit.last_error = start.last_error;
  if (const auto* refused = std::get_if<Refused>(&start.screen)) exit.error = refused->error;
  NotifyHost event = told(start, HostEvent::exit, exit.step);
  event.reason = reason;

  Effects effects = stopped;
  if (std::holds_alternative<EnteringDetails>(start.screen))
    effects.insert(effects.begin(),
                   SaveSnapshot{{Step::subdomain, start.draft.provider, start.draft.fields}});
  if (!start.draft.secrets.empty()) effects.push_back(StopTimer{TimerKind::idle, 0});
  State next = start;
  next.screen = Closed{};
  next.overlay = std::monostate{};
  next.draft = Draft{};
  return {next, effects + Effects{WipeSecrets{}, event, exit, CloseWidget{}}};
}

Transition asks(const State& start, ExitReason reason) {
  State next = start;
  next.overlay = AskingToClose{};
  next.close_reason = reason;
  return {next, {}};
}

Transition helps(const State& start) {
  State next = start;
  next.overlay = ShowingHelp{};
  return {next, {told(start, HostEvent::help, step_of(start.screen))}};
}

Transition renames(const State& start) {
  State next = start;
  next.config.brand_name = "Hiring";
  return {next, {}};
}

Transition refuses(const State& start, const model::LinkError& error, const Effects& stopped) {
  const Step from = step_of(start.screen);
  Effects effects = stopped + Effects{told_error(start, from, error)};
  if (!start.draft.secrets.empty()) effects = effects + Effects{StopTimer{TimerKind::idle, 0}, WipeSecrets{}};
  if (from != Step::failed) effects = effects + moves(start, from, Step::failed);
  State next = shown(start, Refused{error});
  next.draft.secrets.clear();
  next.overlay = std::monostate{};
  next.last_error = error;
  return {next, effects};
}

Transition asks_anew(const State& start) {
  State next = start;
  next.fetching = {start.draft.provider};
  return {next, {FetchProvider{start.draft.provider}}};
}

model::LinkError wrong(const std::string& member) {
  model::LinkError error = sample::error(model::ErrorCode::config_invalid);
  error.detail = member;
  return error;
}

Transition replies(Transition transition, int reply, bool done) {
  Effects& effects = transition.effects;
  const bool goes = !effects.empty() && effect_if<CloseWidget>(effects.back()) != nullptr;
  effects.insert(goes ? effects.end() - 1 : effects.end(), ReplyHost{reply, done});
  return transition;
}

Effects stops(Attempt attempt) { return {AbortRequests{attempt}, StopTimer{TimerKind::deadline, attempt}}; }

}  // namespace ats::flow::table
