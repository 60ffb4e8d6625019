#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table confirming_admin() {
  const State start = sample::at(ConfirmingAdmin{});
  Table table{"confirming_admin", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(steps(start, ChoosingMethod{}), 5, true))
      .row<HostExitAsked>(replies(closes(start, ExitReason::host), 6, true))
      .row<InviteChosen>(steps(start, Inviting{Step::admin, false, false},
                               {told(start, HostEvent::invite_admin, Step::admin)}))
      .row<AdminConfirmed>(
          steps(start, ReviewingPermissions{}, {told(start, HostEvent::confirm_admin, Step::admin)}))
      .row<BackPressed>(steps(start, ChoosingMethod{}))
      .row<ClosePressed>(closes(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied, PermissionsAccepted, FieldEdited,
             SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied, PicturesToggled, KeyVisibilityToggled,
             DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed, KeepGoingPressed, CloseConfirmed,
             DonePressed, ProbeAnswered, BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed,
             TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
