#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table entering_details() {
  const State start = sample::at(EnteringDetails{});
  State kept = start;
  kept.draft.secrets["api_key"] = base::Secret("another0123456789");
  const StartTimer idle_timer{TimerKind::idle, 0, idle_limit_ms};
  State edited = start;
  edited.draft.fields["subdomain"] = "globex";
  Table table{"entering_details", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(steps(start, ReviewingPermissions{}), 5, true))
      .row<HostExitAsked>(replies(asks(start, ExitReason::host), 6, false))
      .row<FieldEdited>({edited, {}})
      .row<SecretTyped>({kept, {idle_timer}})
      .row<SuggestionTaken>({edited, {}})
      .row<DetailsSubmitted>(steps(start, EnteringKey{}))
      .row<BackPressed>(steps(start, ReviewingPermissions{}))
      .row<ClosePressed>(asks(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             PermissionsAccepted, SecretEdited, ScopeCopied, PicturesToggled, KeyVisibilityToggled,
             KeySubmitted, RetryPressed, EditPressed, KeepGoingPressed, CloseConfirmed, DonePressed,
             ProbeAnswered, BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed,
             TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
