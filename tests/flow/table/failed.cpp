#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table failed() {
  const model::LinkError error = sample::error(model::ErrorCode::invalid_credentials);
  const State start = sample::at(Failed{error, sample::attempt, 0, std::nullopt});
  State suggested = start;
  suggested.draft.fields["subdomain"] = "globex";
  const auto again = [](const State& from) {
    const Attempt next = sample::attempt + 1;
    const Replies waiting{{"jobs", Waiting{}}, {"candidates", Waiting{}}, {"accounts", Waiting{}}};
    Transition retried =
        steps(from, Verifying{next, waiting}, {},
              {probe(from, next, "jobs"), probe(from, next, "candidates"), probe(from, next, "accounts"),
               StartTimer{TimerKind::deadline, next, attempt_limit_ms}});
    retried.next.attempts = next;
    retried.next.draft.checked.fields = from.draft.fields;
    return retried;
  };
  State copied = start;
  std::get<Failed>(copied.screen).copied = true;
  ++copied.turn;
  Table table{"failed", sample::setup(), start, {}};
  table.row<ConfigRefused>(refuses(start, wrong("scopes.required")))
      .row<HostUpdated>(renames(start))
      .row<HostBackAsked>(replies(steps(start, EnteringKey{}), 5, true))
      .row<HostExitAsked>(replies(asks(start, ExitReason::host), 6, false))
      .row<SuggestionTaken>(again(suggested))
      .row<RetryPressed>(again(start))
      .row<EditPressed>(steps(start, EnteringDetails{{}, error}))
      .row<BackPressed>(steps(start, EnteringKey{}))
      .row<ClosePressed>(asks(start, ExitReason::escape))
      .row<ReportCopied>({start, {CopyText{"Workable is connected", Report::receipt}}})
      .row<TextCopied>({copied, {}})
      .row<HelpPressed>(helps(start))
      .stays<StartOverPressed, Opened, SessionArrived, SessionRefused, SessionAccepted, ProviderSearched,
             AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen,
             InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied, PermissionsAccepted,
             FieldEdited, SecretTyped, SecretEdited, ScopeCopied, PicturesToggled, KeyVisibilityToggled,
             DetailsSubmitted, KeySubmitted, KeepGoingPressed, CloseConfirmed, DonePressed, ProbeAnswered,
             BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed, TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
