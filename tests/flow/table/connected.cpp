#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table connected() {
  const State start = sample::at(Connected{sample::connection()});
  State gone = start;
  gone.screen = Closed{};
  gone.draft = Draft{};
  const Transition done{gone, {CloseWidget{}}};
  State copied = start;
  std::get<Connected>(copied.screen).copied = true;
  ++copied.turn;
  Table table{"connected", sample::setup(), start, {}};
  table.row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(stay(start), 5, false))
      .row<HostExitAsked>(replies(done, 6, true))
      .row<ClosePressed>(done)
      .row<DonePressed>(done)
      .row<ReportCopied>({start, {CopyText{"Workable is connected", Report::receipt}}})
      .row<TextCopied>({copied, {}})
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, ConfigRefused, SessionArrived, SessionRefused, SessionAccepted,
             ProviderSearched, AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen,
             KeyMethodChosen, InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied,
             PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied,
             PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed,
             BackPressed, KeepGoingPressed, CloseConfirmed, ProbeAnswered, BackendAnswered, BackendFailed,
             Sealed, HandedOver, HandoverFailed, TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
