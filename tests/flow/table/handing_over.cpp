#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table handing_over() {
  const HandingOver screen{sample::attempt, sample::connection(), {}};
  const State start = sample::at(screen);
  Transition succeeded =
      steps(start, Connected{sample::connection()},
            {StopTimer{TimerKind::deadline, sample::attempt}, StopTimer{TimerKind::idle, 0}, WipeSecrets{}},
            {TellSuccess{"token", "north", "acme", sample::connection()},
             told(start, HostEvent::handoff, Step::connected)});
  succeeded.next.draft.secrets.clear();
  succeeded.next.succeeded = true;
  const auto fails = [&](const Effects& stopped) {
    const model::LinkError error = sample::error(model::ErrorCode::handover_failed);
    Transition failing = steps(start, Failed{error, sample::attempt, 0, screen},
                               stopped + Effects{told_error(start, Step::verifying, error)},
                               {StartTimer{TimerKind::idle, 0, idle_limit_ms}});
    failing.next.last_error = error;
    return failing;
  };
  const Effects alone{StartTimer{TimerKind::idle, 0, idle_limit_ms}};
  Table table{"handing_over", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required"), stops(sample::attempt)))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(steps(start, EnteringKey{}, stops(sample::attempt), alone), 5, true))
      .row<HostExitAsked>(replies(asks(start, ExitReason::host), 6, false))
      .row<BackPressed>(steps(start, EnteringKey{}, stops(sample::attempt), alone))
      .row<ClosePressed>(asks(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .row<Sealed>(succeeded)
      .row<HandoverFailed>(fails({StopTimer{TimerKind::deadline, sample::attempt}}))
      .row<TimerElapsed>(fails({AbortRequests{sample::attempt}}))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied,
             PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed,
             KeepGoingPressed, CloseConfirmed, DonePressed, ProbeAnswered, BackendAnswered, BackendFailed,
             HandedOver>();
  return table;
}

}  // namespace ats::flow::table
