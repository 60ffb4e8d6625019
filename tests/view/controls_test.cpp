#include <catch2/catch_test_macros.hpp>

#include "support/gallery_words.hpp"
#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;
using view::ActionKind;

namespace {

struct Row {
  State state;
  std::string node, label;
  Event event;
  ActionKind kind = ActionKind::press;
};

/// The visible label of a node or button; a link and a field count as well.
std::string label_of(const view::ViewModel& view, const std::string& id) {
  if (view.primary && view.primary->id == id) return view.primary->label;
  for (const view::FootButton& button : view.secondary) {
    if (button.id == id) return button.label;
  }
  return node_of(view, id).label;
}

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.node);
    CHECK(label_of(see(row.state), row.node) == row.label);
    CHECK((act(row.state, row.node, row.kind) == row.event));
  }
}

State inviting() {
  State state = on_screen(Inviting{Step::admin, true, false});
  state.config.invite_url = "https://app.example.com/connect";
  return state;
}

State with_suggestion() {
  model::FieldProblem problem;
  problem.field = "subdomain";
  problem.message = "Enter only the part before .workable.com.";
  problem.suggestion = "acme";
  return on_screen(EnteringDetails{{problem}, {}});
}

State asking() {
  State state = on_screen(EnteringKey{});
  state.overlay = AskingToClose{};
  return state;
}

State helped() {
  State state = on_screen(EnteringKey{});
  state.overlay = ShowingHelp{};
  return state;
}

}  // namespace

TEST_CASE("the controls of the choices mean what they say") {
  State everything = on_screen(ChoosingProvider{});
  everything.draft.show_all = true;
  State request;
  request.screen = RequestingProvider{};
  check({
      {on_screen(ConfirmingSession{"A", "B"}), "primary", "Continue", SessionAccepted{}},
      {on_screen(ChoosingProvider{}), "choice:ashby", "Ashby", ProviderChosen{"ashby"}},
      {on_screen(ChoosingProvider{}), "show_all", "View more ATS integrations", AllProvidersAsked{}},
      {everything, "not_listed", "My ATS is not listed", NotListedPressed{}},
      {request, "field:requested", "Name of your ATS", FieldEdited{request_field, ""}, ActionKind::input},
      {request, "primary", "Tell this app", RequestSubmitted{}, ActionKind::submit},
      {on_screen(RequestingProvider{"x", {}}), "primary", "Back to the list", BackPressed{}},
      {on_screen(ChoosingProvider{}), "search", "Search integrations", ProviderSearched{}, ActionKind::input},
      {on_screen(ChoosingMethod{}), "method:api_key", "Use my API key or access token (recommended)",
       KeyMethodChosen{}},
      {on_screen(ChoosingMethod{}), "method:invite", "Ask someone else to connect", InviteChosen{}},
      {on_screen(ConfirmingAdmin{}), "admin:yes", "I am an admin", AdminConfirmed{}},
      {on_screen(ConfirmingAdmin{}), "admin:no", "I'm not an admin", InviteChosen{}},
      {inviting(), "copy_link", "Copy link", LinkCopied{}},
      {inviting(), "mail_link", "Send by e-mail", LinkMailed{}},
      {inviting(), "primary", "Done", ClosePressed{ExitReason::user_closed}},
      {on_screen(ReviewingPermissions{}), "primary", "Next", PermissionsAccepted{}},
  });
  CHECK(the<view::Choice>(see(on_screen(ChoosingMethod{})), "method:api_key").recommended);
  CHECK(the<view::Choice>(see(on_screen(ChoosingMethod{})), "method:api_key").title ==
        "Use my API key or access token");
}

TEST_CASE("P6 the chip of the recommended method is a text of its own in every language") {
  const auto chip = [](const char* language) {
    const view::Messages& words = gallery_words(language);
    const view::ViewModel view = view::describe(real_boot().setup, on_screen(ChoosingMethod{}), words).view;
    return the<view::Choice>(view, "method:api_key").chip;
  };
  CHECK(chip("en") == "Recommended");
  CHECK(chip("ja") == "推奨");
}

TEST_CASE("the controls of the forms mean what they say") {
  const State details = on_screen(EnteringDetails{}), key = on_screen(EnteringKey{});
  check({
      {details, "field:subdomain", "Subdomain", FieldEdited{"subdomain", ""}, ActionKind::input},
      {details, "primary", "Next", DetailsSubmitted{}},
      {details, "primary", "Next", DetailsSubmitted{}, ActionKind::submit},
      {with_suggestion(), "suggest:subdomain", "Use “acme”", SuggestionTaken{"subdomain", "acme"}},
      {key, "field:api_key", "API key", SecretEdited{"api_key"}, ActionKind::input},
      {key, "show:api_key", "Show key", KeyVisibilityToggled{}},
      {key, "copy_name", "Acme Hiring", NameCopied{}},
      {key, "scope:r_jobs", "r_jobs", ScopeCopied{"r_jobs"}},
      {key, "pictures", "Show pictures of the steps", PicturesToggled{}},
      {key, "primary", "Next", KeySubmitted{}, ActionKind::submit},
      {on_screen(EnteringKey{}, "jobvite"), "show:api_key", "Show API key", KeyVisibilityToggled{}},
      {on_screen(EnteringKey{}, "jobvite"), "show:secret_key", "Show Secret key", KeyVisibilityToggled{}},
  });
}

TEST_CASE("the controls of the ends mean what they say") {
  using model::ErrorCode;
  const State mismatch = failed_with(ErrorCode::subdomain_mismatch);
  check({
      {on_screen(Connected{}), "primary", "Done", DonePressed{}},
      {mismatch, "primary", "Edit subdomain", EditPressed{"subdomain"}},
      {mismatch, "secondary:0", "Edit API key", EditPressed{"api_key"}},
      {mismatch, "secondary:1", "Try again", RetryPressed{}},
      {mismatch, "suggest:subdomain", "Use “globex”", SuggestionTaken{"subdomain", "globex"}},
      {failed_with(ErrorCode::subdomain_not_found), "primary", "Edit subdomain", EditPressed{"subdomain"}},
      {failed_with(ErrorCode::insufficient_scopes), "primary", "Edit API key", EditPressed{"api_key"}},
      {failed_with(ErrorCode::invalid_credentials, "ashby"), "primary", "Edit API key",
       EditPressed{"api_key"}},
      {failed_with(ErrorCode::unexpected_response, "lever"), "secondary:0", "Edit details",
       EditPressed{"region"}},
      {on_screen(Refused{}), "primary", "Close", ClosePressed{ExitReason::user_closed}},
      {asking(), "primary", "Keep going", KeepGoingPressed{}},
      {asking(), "secondary:0", "Close now", CloseConfirmed{}},
      {helped(), "primary", "Back to connecting", KeepGoingPressed{}},
  });
}

TEST_CASE("header and footer act on every screen") {
  const State key = on_screen(EnteringKey{});
  CHECK((act(key, "back") == Event{BackPressed{}}));
  CHECK((act(key, "close") == Event{ClosePressed{ExitReason::user_closed}}));
  CHECK((act(key, "escape") == Event{ClosePressed{ExitReason::escape}}));
  CHECK((act(key, "backdrop") == Event{ClosePressed{ExitReason::backdrop}}));
  CHECK((act(key, "help") == Event{HelpPressed{}}));
}

TEST_CASE("what was typed comes with its event, and a secret never does") {
  CHECK((act(on_screen(ChoosingProvider{}), "search", ActionKind::input, "wor") ==
         Event{ProviderSearched{"wor"}}));
  CHECK((act(on_screen(EnteringDetails{}), "field:subdomain", ActionKind::input, "Acme") ==
         Event{FieldEdited{"subdomain", "Acme"}}));
  CHECK((act(on_screen(EnteringKey{}), "field:api_key", ActionKind::input, "oops") ==
         Event{SecretEdited{"api_key"}}));
}

TEST_CASE("Enter in the search chooses the one entry that it left") {
  State state = on_screen(ChoosingProvider{});
  const auto enter = [&](const std::string& query) {
    state.draft.search = query;
    return act(state, "search", ActionKind::submit);
  };
  CHECK((enter("WORK") == Event{ProviderChosen{"workable"}}));
  CHECK_FALSE(enter("e"));
  CHECK_FALSE(enter("zzz"));
  CHECK_FALSE(enter(""));
}

TEST_CASE("every control that is shown means something, and nothing else does") {
  for (const auto& [name, state] : sample_states()) {
    CAPTURE(name);
    const view::ViewModel view = see(state);
    for (const view::Node& node : view.nodes) {
      CAPTURE(node.id);
      const bool presses = is<view::Choice, view::Button, view::Snippet, view::Reveal>(node);
      const auto* field = as<view::Field>(node);
      const bool types = field != nullptr && !field->readonly;
      CHECK(act(state, node.id).has_value() == (presses || node.id == "mail_link"));
      CHECK(act(state, node.id, ActionKind::input).has_value() == types);
    }
    CHECK(act(state, "primary").has_value() == (view.primary && !view.primary->disabled));
    CHECK_FALSE(act(state, "secondary:" + std::to_string(view.secondary.size())));
    CHECK(act(state, "back").has_value() == view.can_go_back);
  }
}

TEST_CASE("an action for another screen, an unknown node or the wrong kind means nothing") {
  CHECK_FALSE(act(on_screen(EnteringKey{}), "choice:workable"));
  CHECK_FALSE(act(on_screen(EnteringKey{}), "field:subdomain", ActionKind::input, "x"));
  CHECK_FALSE(act(on_screen(EnteringDetails{}), "suggest:subdomain"));
  CHECK_FALSE(act(on_screen(EnteringDetails{}), "primary", ActionKind::input, "x"));
  CHECK_FALSE(act(on_screen(EnteringDetails{}), "field:subdomain"));
  CHECK_FALSE(act(on_screen(EnteringDetails{}), ""));
  CHECK_FALSE(act(asking(), "field:api_key", ActionKind::input, "x"));
  CHECK_FALSE(act(on_screen(Closed{}), "close"));
  CHECK_FALSE(act(on_screen(Idle{}), "help"));
}

TEST_CASE("Try again does nothing while the wait lasts, and the countdown is not announced") {
  State state = failed_with(model::ErrorCode::rate_limited);
  std::get<Failed>(state.screen).wait_s = 7;
  const view::ViewModel view = see(state);
  REQUIRE(view.primary);
  CHECK(view.primary->label == "Try again in 7 s");
  CHECK(view.primary->disabled);
  CHECK_FALSE(view.announce);
  CHECK_FALSE(act(state, "primary"));
  std::get<Failed>(state.screen).wait_s = 0;
  CHECK((act(state, "primary") == Event{RetryPressed{}}));
}

TEST_CASE("Back is offered exactly where it leads somewhere") {
  for (const auto& [name, state] : sample_states()) {
    if (!std::holds_alternative<std::monostate>(state.overlay)) continue;
    CAPTURE(name);
    const bool leads = flow::step(real_boot().setup, state, BackPressed{}).next != state;
    CHECK(flow::can_go_back(real_boot().setup, state) == leads);
  }
}
