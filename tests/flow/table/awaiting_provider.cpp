#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table awaiting_provider() {
  const AwaitingProvider slow{Step::permissions, Step::admin, Wait::slow};
  const State start = sample::at(slow);
  // No other step: nothing is told of it.
  const State arrived = shown(start, ReviewingPermissions{});
  model::LinkError error = sample::error(model::ErrorCode::load_failed);
  error.detail = "north";
  State failed = shown(start, AwaitingProvider{Step::permissions, Step::admin, Wait::failed});
  failed.last_error = error;
  Table table{"awaiting_provider", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(steps(start, ConfirmingAdmin{}), 5, true))
      .row<HostExitAsked>(replies(closes(start, ExitReason::host), 6, true))
      .row<ProviderArrived>({arrived, {}})
      .row<ProviderFailed>({failed, {told_error(start, Step::permissions, error)}})
      .row<LanguageChanged>(asks_anew(start))
      .row<BackPressed>(steps(start, ConfirmingAdmin{}))
      .row<ClosePressed>(closes(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied,
             PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed,
             KeepGoingPressed, CloseConfirmed, DonePressed, ProbeAnswered, BackendAnswered, BackendFailed,
             Sealed, HandedOver, HandoverFailed, TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
