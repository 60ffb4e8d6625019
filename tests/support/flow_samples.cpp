#include "support/flow_samples.hpp"

#include <utility>

namespace ats::flow::sample {

model::Connection connection() {
  return {model::Account{"1", "Acme", "acme"}, {{"r_jobs", "r_candidates"}, {}, {}}};
}

CheckedDraft checked() { return {{{"subdomain", "acme"}}}; }

model::UpstreamAnswer good_answer() {
  model::UpstreamAnswer good;
  good.status = 200;
  good.body = model::Body::ok;
  return good;
}

model::UpstreamAnswer answer(int status, const std::string& error) {
  model::UpstreamAnswer bad;
  bad.status = status;
  bad.body = model::Body::json;
  bad.error = error;
  return bad;
}

model::LinkError error(model::ErrorCode code) {
  model::LinkError made;
  made.code = code;
  return made;
}

State at(Screen screen) {
  State state;
  const std::size_t place = screen.index();
  const bool opened = !std::holds_alternative<Idle>(screen);
  state.screen = std::move(screen);
  if (opened) {
    state.turn = 4;
    state.attempts = attempt;
  }
  const Step step = step_of(state.screen);
  if (step >= Step::method) state.draft.provider = "north";
  if (step >= Step::subdomain) state.draft.fields["subdomain"] = "acme";
  if (step >= Step::verifying) state.draft.checked = checked();
  if (step >= Step::api_key) state.draft.secrets["api_key"] = base::Secret(key);
  if (std::holds_alternative<Failed>(state.screen)) state.last_error = std::get<Failed>(state.screen).error;
  if (std::holds_alternative<Connected>(state.screen)) state.succeeded = true;
  if (step == Step::connected || place >= 16) state.draft.secrets.clear();
  if (std::holds_alternative<Closed>(state.screen)) state.draft = Draft{};
  return state;
}

std::vector<Screen> screens() {
  const Replies replies{{"jobs", Waiting{}}, {"candidates", good_answer()}, {"accounts", Waiting{}}};
  return {Idle{},
          AwaitingSession{attempt},
          ConfirmingSession{"Acme", "Ada"},
          ChoosingProvider{},
          RequestingProvider{"", std::nullopt},
          ChoosingMethod{},
          ConfirmingAdmin{},
          Inviting{Step::admin, false, false},
          AwaitingProvider{Step::permissions, Step::admin, Wait::slow},
          ReviewingPermissions{},
          EnteringDetails{},
          EnteringKey{},
          Verifying{attempt, replies},
          HandingOver{attempt, connection(), {}},
          Connected{connection()},
          Failed{error(model::ErrorCode::invalid_credentials), attempt, 0, std::nullopt},
          Refused{error(model::ErrorCode::session_expired)},
          Closed{}};
}

std::vector<Event> events() {
  model::HostConfig renamed;
  renamed.brand_name = "Hiring";
  return {Opened{},
          ConfigRefused{{"scopes.required", "a list of scope ids"}},
          HostUpdated{renamed},
          HostBackAsked{5},
          HostExitAsked{6, false, ExitReason::host},
          SessionArrived{attempt, "Acme", "Ada", "north", {"r_jobs"}, {}},
          SessionRefused{attempt, model::ErrorCode::session_expired},
          ProviderArrived{"north"},
          ProviderFailed{"north"},
          LanguageChanged{},
          SessionAccepted{},
          ProviderSearched{"nor"},
          AllProvidersAsked{},
          NotListedPressed{},
          RequestSubmitted{},
          ProviderChosen{"north"},
          KeyMethodChosen{},
          InviteChosen{},
          AdminConfirmed{},
          LinkCopied{},
          LinkMailed{},
          NameCopied{},
          ReportCopied{Report::receipt, "Workable is connected"},
          TextCopied{},
          StartOverPressed{},
          PermissionsAccepted{},
          FieldEdited{"subdomain", "globex"},
          SecretTyped{"api_key", base::Secret("another0123456789")},
          SecretEdited{"api_key"},
          SuggestionTaken{"subdomain", "globex"},
          ScopeCopied{"r_jobs"},
          PicturesToggled{},
          KeyVisibilityToggled{},
          DetailsSubmitted{},
          KeySubmitted{},
          RetryPressed{},
          EditPressed{"subdomain"},
          BackPressed{},
          ClosePressed{ExitReason::escape},
          KeepGoingPressed{},
          CloseConfirmed{},
          DonePressed{},
          HelpPressed{},
          ProbeAnswered{attempt, "jobs", good_answer()},
          BackendAnswered{attempt, {{"jobs", good_answer()}}},
          BackendFailed{attempt, model::ErrorCode::network},
          Sealed{attempt, "token"},
          HandedOver{attempt, "ref"},
          HandoverFailed{attempt, model::ErrorCode::handover_failed},
          TimerElapsed{TimerKind::deadline, attempt}};
}

}  // namespace ats::flow::sample
