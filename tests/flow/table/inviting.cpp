#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table inviting() {
  State start = sample::at(Inviting{Step::admin, false, false});
  start.config.invite_url = "https://host.example/invite";
  State mailed = start;
  mailed.screen = Inviting{Step::admin, false, true};
  State pressed = start;
  pressed.screen = Inviting{Step::admin, true, false};
  Transition renamed = renames(start);
  renamed.next.config.invite_url.clear();
  Table table{"inviting", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renamed)
      .row<HostBackAsked>(replies(steps(start, ConfirmingAdmin{}), 5, true))
      .row<HostExitAsked>(replies(closes(start, ExitReason::host), 6, true))
      .row<LinkCopied>({pressed, {CopyText{"https://host.example/invite"}}})
      .row<TextCopied>({shown(start, Inviting{Step::admin, false, false, true}), {}})
      .row<LinkMailed>({mailed, {}})
      .row<BackPressed>(steps(start, ConfirmingAdmin{}))
      .row<ClosePressed>(closes(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, NameCopied, ReportCopied, PermissionsAccepted, FieldEdited,
             SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied, PicturesToggled, KeyVisibilityToggled,
             DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed, KeepGoingPressed, CloseConfirmed,
             DonePressed, ProbeAnswered, BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed,
             TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
