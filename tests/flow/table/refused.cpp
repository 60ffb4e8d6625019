#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table refused() {
  const State start = sample::at(Refused{sample::error(model::ErrorCode::session_expired)});
  State copied = start;
  std::get<Refused>(copied.screen).copied = true;
  ++copied.turn;
  Table table{"refused", sample::setup(), start, {}};
  table.row<HostBackAsked>(replies(stay(start), 5, false))
      .row<HostExitAsked>(replies(closes(start, ExitReason::error), 6, true))
      .row<ClosePressed>(closes(start, ExitReason::error))
      .row<ReportCopied>({start, {CopyText{"Workable is connected", Report::receipt}}})
      .row<TextCopied>({copied, {}})
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, ConfigRefused, HostUpdated, SessionArrived, SessionRefused,
             SessionAccepted, ProviderSearched, AllProvidersAsked, NotListedPressed, RequestSubmitted,
             ProviderChosen, KeyMethodChosen, InviteChosen, AdminConfirmed, LinkCopied, LinkMailed,
             NameCopied, PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken,
             ScopeCopied, PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed,
             EditPressed, BackPressed, KeepGoingPressed, CloseConfirmed, DonePressed, ProbeAnswered,
             BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed, TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
