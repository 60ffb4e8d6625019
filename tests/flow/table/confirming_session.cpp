#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table confirming_session() {
  State start = sample::at(ConfirmingSession{"Acme", "Ada"});
  start.config.state = "nonce";
  Table table{"confirming_session", sample::hosted_setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostBackAsked>(replies(stay(start), 5, false))
      .row<HostExitAsked>(replies(closes(start, ExitReason::host), 6, true))
      .row<SessionAccepted>(steps(start, ChoosingProvider{}))
      .row<ClosePressed>(closes(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, HostUpdated, SessionArrived, SessionRefused, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied,
             PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed,
             BackPressed, KeepGoingPressed, CloseConfirmed, DonePressed, ProbeAnswered, BackendAnswered,
             BackendFailed, Sealed, HandedOver, HandoverFailed, TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
