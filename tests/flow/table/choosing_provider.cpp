#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table choosing_provider() {
  const State start = sample::at(ChoosingProvider{});
  State searched = start;
  searched.draft.search = "nor";
  NotifyHost search = told(start, HostEvent::search_provider, Step::provider);
  search.result_count = 1;
  State all = start;
  all.draft.show_all = true;
  State chosen = start;
  chosen.draft.provider = "north";
  Table table{"choosing_provider", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(stay(start), 5, false))
      .row<HostExitAsked>(replies(closes(start, ExitReason::host), 6, true))
      .row<ProviderSearched>({searched, {search}})
      .row<AllProvidersAsked>({all, {}})
      .row<NotListedPressed>({shown(start, RequestingProvider{}), {}})
      .row<ProviderChosen>(
          steps(chosen, ChoosingMethod{}, {told(chosen, HostEvent::select_provider, Step::provider)}))
      .row<ClosePressed>(closes(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, RequestSubmitted,
             KeyMethodChosen, InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied,
             TextCopied, PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken,
             ScopeCopied, PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed,
             EditPressed, BackPressed, KeepGoingPressed, CloseConfirmed, DonePressed, ProbeAnswered,
             BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed, TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
