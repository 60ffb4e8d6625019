#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table reviewing_permissions() {
  const State start = sample::at(ReviewingPermissions{});
  State kept = start;
  kept.draft.secrets["api_key"] = base::Secret("another0123456789");
  const StartTimer idle_timer{TimerKind::idle, 0, idle_limit_ms};
  Table table{"reviewing_permissions", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(steps(start, ConfirmingAdmin{}), 5, true))
      .row<HostExitAsked>(replies(closes(start, ExitReason::host), 6, true))
      .row<PermissionsAccepted>(
          steps(start, EnteringDetails{}, {told(start, HostEvent::accept_permissions, Step::permissions)}))
      .row<SecretTyped>({kept, {idle_timer}})
      .row<BackPressed>(steps(start, ConfirmingAdmin{}))
      .row<ClosePressed>(closes(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             FieldEdited, SecretEdited, SuggestionTaken, ScopeCopied, PicturesToggled, KeyVisibilityToggled,
             DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed, KeepGoingPressed, CloseConfirmed,
             DonePressed, ProbeAnswered, BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed,
             TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
