#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table idle() {
  const State start = sample::at(Idle{});
  const auto opens = [](const State& from, Screen to, const Effects& after) {
    const Step step = step_of(to);
    NotifyHost first = told(from, HostEvent::transition_view, step);
    first.to = step;
    return Transition{shown(from, std::move(to)), Effects{told(from, HostEvent::open, step), first} + after};
  };
  Transition refused = opens(start, Refused{wrong("scopes.required")}, {});
  refused.next.last_error = wrong("scopes.required");
  refused.effects.insert(refused.effects.begin() + 1,
                         told_error(start, Step::provider, wrong("scopes.required")));
  Table table{"idle", sample::setup(), start, {}};
  table.row<Opened>(opens(start, ChoosingProvider{}, {SaveSnapshot{{Step::provider, {}, {}}}}))
      .row<ConfigRefused>(refused)
      .row<HostBackAsked>(replies(stay(start), 5, false))
      .row<HostExitAsked>(replies(stay(start), 6, false))
      .stays<StartOverPressed, HostUpdated, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
             PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied,
             PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed,
             BackPressed, ClosePressed, KeepGoingPressed, CloseConfirmed, DonePressed, HelpPressed,
             ProbeAnswered, BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed,
             TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
