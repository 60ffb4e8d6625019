#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table choosing_method() {
  const State start = sample::at(ChoosingMethod{});
  Table table{"choosing_method", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(steps(start, ChoosingProvider{}), 5, true))
      .row<HostExitAsked>(replies(closes(start, ExitReason::host), 6, true))
      .row<KeyMethodChosen>(
          steps(start, ConfirmingAdmin{}, {told(start, HostEvent::select_method, Step::method)}))
      .row<InviteChosen>(steps(start, Inviting{Step::method, false, false},
                               {told(start, HostEvent::invite_admin, Step::method)}))
      .row<BackPressed>(steps(start, ChoosingProvider{}))
      .row<ClosePressed>(closes(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, AdminConfirmed,
             LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied, PermissionsAccepted, FieldEdited,
             SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied, PicturesToggled, KeyVisibilityToggled,
             DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed, KeepGoingPressed, CloseConfirmed,
             DonePressed, ProbeAnswered, BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed,
             TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
