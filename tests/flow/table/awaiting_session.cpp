#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table awaiting_session() {
  State start = sample::at(AwaitingSession{sample::attempt});
  start.config.state = "nonce";
  const StopTimer deadline{TimerKind::deadline, sample::attempt};
  State confirming = shown(start, ConfirmingSession{"Acme", "Ada"});
  confirming.config.provider = "north";
  confirming.config.required_scopes = {"r_jobs"};
  confirming.config.brand_name = "Acme";
  Transition expired = refuses(start, sample::error(model::ErrorCode::session_expired));
  expired.effects.insert(expired.effects.begin(), deadline);
  const model::LinkError timeout = sample::error(model::ErrorCode::timeout);
  Transition timed_out = steps(start, Failed{timeout, sample::attempt, 0, std::nullopt},
                               {AbortRequests{sample::attempt}, told_error(start, Step::session, timeout)});
  timed_out.next.last_error = timeout;
  Table table{"awaiting_session", sample::hosted_setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required"), stops(sample::attempt)))
      .row<HostBackAsked>(replies(stay(start), 5, false))
      .row<HostExitAsked>(replies(closes(start, ExitReason::host, stops(sample::attempt)), 6, true))
      .row<SessionArrived>({confirming, {deadline}})
      .row<SessionRefused>(expired)
      .row<ClosePressed>(closes(start, ExitReason::escape, stops(sample::attempt)))
      .row<HelpPressed>(helps(start))
      .row<TimerElapsed>(timed_out)
      .stays<StartOverPressed, Opened, HostUpdated, SessionAccepted, ProviderSearched, AllProvidersAsked,
             NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen, InviteChosen,
             AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied,
             PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed,
             BackPressed, KeepGoingPressed, CloseConfirmed, DonePressed, ProbeAnswered, BackendAnswered,
             BackendFailed, Sealed, HandedOver, HandoverFailed>();
  return table;
}

}  // namespace ats::flow::table
