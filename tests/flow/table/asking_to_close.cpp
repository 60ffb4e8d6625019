#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table asking_to_close() {
  State start = sample::at(EnteringKey{});
  start.overlay = AskingToClose{};
  start.close_reason = ExitReason::backdrop;
  State kept = start;
  kept.draft.secrets["api_key"] = base::Secret("another0123456789");
  const StartTimer idle_timer{TimerKind::idle, 0, idle_limit_ms};
  State lifted = start;
  lifted.overlay = std::monostate{};
  Table table{"asking_to_close", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies({lifted, {}}, 5, true))
      .row<HostExitAsked>(replies(closes(start, ExitReason::host), 6, true))
      .row<SecretTyped>({kept, {idle_timer}})
      .row<SecretEdited>({start, {idle_timer}})
      .row<BackPressed>({lifted, {}})
      .row<ClosePressed>(closes(start, ExitReason::escape))
      .row<KeepGoingPressed>({lifted, {}})
      .row<CloseConfirmed>(closes(start, ExitReason::backdrop))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             PermissionsAccepted, FieldEdited, SuggestionTaken, ScopeCopied, PicturesToggled,
             KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed, DonePressed,
             ProbeAnswered, BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed,
             TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
