#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table entering_key() {
  const State start = sample::at(EnteringKey{});
  State kept = start;
  kept.draft.secrets["api_key"] = base::Secret("another0123456789");
  const StartTimer idle_timer{TimerKind::idle, 0, idle_limit_ms};
  State visible = start;
  visible.draft.show_key = true;
  State drawn = start;
  drawn.draft.show_pictures = true;
  Setup setup = sample::setup();
  const auto copying = [&start](const std::string& text) {
    EnteringKey on_its_way;
    on_its_way.copying = text;
    State next = start;
    next.screen = on_its_way;
    return next;
  };
  setup.page.brand_name = "Acme Hiring";
  const Attempt next = sample::attempt + 1;
  const Replies waiting{{"jobs", Waiting{}}, {"candidates", Waiting{}}, {"accounts", Waiting{}}};
  Transition submitted =
      steps(start, Verifying{next, waiting}, {told(start, HostEvent::submit_credentials, Step::api_key)},
            {probe(start, next, "jobs"), probe(start, next, "candidates"), probe(start, next, "accounts"),
             StartTimer{TimerKind::deadline, next, attempt_limit_ms}});
  submitted.next.attempts = next;
  submitted.next.draft.checked.fields = start.draft.fields;
  Table table{"entering_key", setup, start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(steps(start, EnteringDetails{}), 5, true))
      .row<HostExitAsked>(replies(asks(start, ExitReason::host), 6, false))
      .row<NameCopied>({copying("Acme Hiring"), {CopyText{"Acme Hiring"}}})
      .row<TextCopied>({shown(start, EnteringKey{}), {}})
      .row<SecretTyped>({kept, {idle_timer}})
      .row<SecretEdited>({start, {idle_timer}})
      .row<ScopeCopied>({copying("r_jobs"), {CopyText{"r_jobs"}}})
      .row<PicturesToggled>({drawn, {}})
      .row<KeyVisibilityToggled>({visible, {}})
      .row<KeySubmitted>(submitted)
      .row<BackPressed>(steps(start, EnteringDetails{}))
      .row<ClosePressed>(asks(start, ExitReason::escape))
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, ReportCopied, PermissionsAccepted,
             FieldEdited, SuggestionTaken, DetailsSubmitted, RetryPressed, EditPressed, KeepGoingPressed,
             CloseConfirmed, DonePressed, ProbeAnswered, BackendAnswered, BackendFailed, Sealed, HandedOver,
             HandoverFailed, TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
