#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table showing_help() {
  State start = sample::at(EnteringKey{});
  start.overlay = ShowingHelp{};
  State kept = start;
  kept.draft.secrets["api_key"] = base::Secret("another0123456789");
  const StartTimer idle_timer{TimerKind::idle, 0, idle_limit_ms};
  State lifted = start;
  lifted.overlay = std::monostate{};
  Table table{"showing_help", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies({lifted, {}}, 5, true))
      .row<HostExitAsked>(replies(asks(start, ExitReason::host), 6, false))
      .row<SecretTyped>({kept, {idle_timer}})
      .row<SecretEdited>({start, {idle_timer}})
      .row<BackPressed>({lifted, {}})
      .row<ClosePressed>({lifted, {}})
      .row<KeepGoingPressed>({lifted, {}})
      .row<HelpPressed>({lifted, {}})
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             PermissionsAccepted, FieldEdited, SuggestionTaken, ScopeCopied, PicturesToggled,
             KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed, CloseConfirmed,
             DonePressed, ProbeAnswered, BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed,
             TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
