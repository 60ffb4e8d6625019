#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table verifying() {
  const Verifying screen{
      sample::attempt, {{"jobs", Waiting{}}, {"candidates", sample::good_answer()}, {"accounts", Waiting{}}}};
  const State start = sample::at(screen);
  Verifying known = screen;
  known.replies[0].second = sample::good_answer();
  State answered = start;
  answered.screen = known;
  const model::LinkError timeout = sample::error(model::ErrorCode::timeout);
  Transition timed_out = steps(start, Failed{timeout, sample::attempt, 0, std::nullopt, screen.replies},
                               {AbortRequests{sample::attempt}, told_error(start, Step::verifying, timeout)},
                               {StartTimer{TimerKind::idle, 0, idle_limit_ms}});
  timed_out.next.last_error = timeout;
  const Effects alone{StartTimer{TimerKind::idle, 0, idle_limit_ms}};
  Table table{"verifying", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required"), stops(sample::attempt)))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(steps(start, EnteringKey{}, stops(sample::attempt), alone), 5, true))
      .row<HostExitAsked>(replies(asks(start, ExitReason::host), 6, false))
      .row<BackPressed>(steps(start, EnteringKey{}, stops(sample::attempt), alone))
      .row<ClosePressed>(asks(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .row<ProbeAnswered>({answered, {}})
      .row<TimerElapsed>(timed_out)
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied,
             PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed,
             KeepGoingPressed, CloseConfirmed, DonePressed, BackendAnswered, BackendFailed, Sealed,
             HandedOver, HandoverFailed>();
  return table;
}

}  // namespace ats::flow::table
