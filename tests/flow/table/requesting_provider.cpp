#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table requesting_provider() {
  State start = sample::at(RequestingProvider{});
  start.draft.requested = " Example Hire ";
  State told_state = start;
  told_state.draft.requested.clear();
  NotifyHost request = told(start, HostEvent::request_provider, Step::provider);
  request.requested = "Example Hire";
  Table table{"requesting_provider", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies({shown(start, ChoosingProvider{}), {}}, 5, true))
      .row<HostExitAsked>(replies(closes(start, ExitReason::host), 6, true))
      .row<RequestSubmitted>({shown(told_state, RequestingProvider{"Example Hire", std::nullopt}), {request}})
      .row<BackPressed>({shown(start, ChoosingProvider{}), {}})
      .row<ClosePressed>(closes(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, ProviderChosen, KeyMethodChosen, InviteChosen,
             AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied,
             PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed,
             KeepGoingPressed, CloseConfirmed, DonePressed, ProbeAnswered, BackendAnswered, BackendFailed,
             Sealed, HandedOver, HandoverFailed, TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
