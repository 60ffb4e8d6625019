#include <catch2/catch_test_macros.hpp>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

namespace {

State relinking(Screen screen, model::RelinkReason reason = model::RelinkReason::none,
                const std::string& provider = "workable") {
  State state = on_screen(std::move(screen), provider);
  state.config.provider = provider;
  state.config.mode = model::Mode::relink;
  state.config.relink_reason = reason;
  state.config.prefill_subdomain = state.draft.fields["subdomain"];
  return state;
}

}  // namespace

TEST_CASE("screens say reconnect where they say connect") {
  CHECK(see(relinking(EnteringKey{})).heading == "Reconnect Workable");
  CHECK(see(relinking(ChoosingMethod{})).heading == "How do you want to reconnect Workable?");
  CHECK(node_of(see(relinking(ChoosingMethod{})), "method:invite").label == "Ask someone else to reconnect");
  CHECK(see(relinking(Connected{})).heading == "Workable is connected again");
  State closing = relinking(EnteringKey{});
  closing.overlay = AskingToClose{};
  CHECK(see(closing).heading == "Close without reconnecting?");
  State invited = relinking(Inviting{});
  invited.config.invite_url = "https://app.example.com/";
  CHECK(see(invited).lead == "Send this link to an admin of Workable. They can reconnect it without you.");
}

TEST_CASE("no heading or lead of a reconnection says connect alone") {
  for (const auto& [name, sample] : sample_states()) {
    // The question for a session and the list of ATS come before there is something to reconnect.
    if (sample.draft.provider.empty() || std::holds_alternative<ConfirmingSession>(sample.screen)) continue;
    State state = sample;
    state.config.mode = model::Mode::relink;
    const view::ViewModel view = see(state);
    if (view.screen == "provider" || view.screen == "session") continue;
    for (const std::string& text : {view.heading, view.lead}) {
      CAPTURE(name, text);
      CHECK(text.find(" connect ") == std::string::npos);
      CHECK(text.find(" connecting") == std::string::npos);
    }
  }
}

TEST_CASE("why a connection is made anew is said in our words, on the screens that ask for something") {
  using model::RelinkReason;
  const std::vector<std::pair<RelinkReason, std::string>> rows{
      {RelinkReason::expired, "The API key that Acme Hiring has for Workable has expired."},
      {RelinkReason::revoked, "The API key that Acme Hiring has for Workable was revoked or deleted."},
      {RelinkReason::permissions,
       "The API key that Acme Hiring has for Workable lacks a permission that is needed."},
      {RelinkReason::other, "The API key that Acme Hiring has for Workable does not work any more."},
  };
  for (const auto& [reason, sentence] : rows) {
    CHECK(node_of(see(relinking(EnteringKey{}, reason)), "relink_reason").label == sentence);
    CHECK(node_of(see(relinking(EnteringDetails{}, reason)), "relink_reason").label == sentence);
  }
  CHECK_FALSE(has_node(see(relinking(EnteringKey{})), "relink_reason"));
  State connecting = relinking(EnteringKey{}, RelinkReason::expired);
  connecting.config.mode = model::Mode::connect;
  CHECK_FALSE(has_node(see(connecting), "relink_reason"));
}

TEST_CASE("who reconnects hears of an ATS that is known to be down on the screens that come first") {
  Setup setup = real_boot().setup;
  setup.page.notices = {"workable"};
  const auto says = [&setup](const State& state) {
    return has_node(view::describe(setup, state, real_boot().messages).view, "down");
  };
  CHECK(says(relinking(EnteringKey{})));
  CHECK(says(relinking(EnteringDetails{})));
  CHECK_FALSE(says(relinking(EnteringKey{}, model::RelinkReason::none, "ashby")));
  CHECK_FALSE(says(on_screen(EnteringKey{})));
  CHECK(says(on_screen(ChoosingMethod{})));
}

TEST_CASE("the account that is reconnected is shown beside a way to change it") {
  const State state = relinking(EnteringKey{});
  CHECK(node_of(see(state), "account").label == "Account: acme.workable.com");
  CHECK(node_of(see(state), "edit_account").label == "Edit subdomain");
  CHECK((act(state, "edit_account") == Event{BackPressed{}}));
  CHECK_FALSE(has_node(see(state), "another_account"));
  CHECK_FALSE(has_node(see(on_screen(EnteringKey{})), "account"));
  CHECK_FALSE(has_node(see(relinking(EnteringKey{}, model::RelinkReason::none, "ashby")), "account"));
}

TEST_CASE("another account than the host's is warned of before the key is entered") {
  State state = relinking(EnteringKey{});
  state.config.prefill_subdomain = " Acme ";
  CHECK_FALSE(has_node(see(state), "another_account"));
  state.draft.fields["subdomain"] = "globex";
  CHECK(node_of(see(state), "another_account").label ==
        "This is another account than before. The one that was connected: acme");
  state.config.prefill_subdomain.clear();
  CHECK_FALSE(has_node(see(state), "another_account"));
}

TEST_CASE("a reconnection counts the steps that lie behind it") {
  CHECK(see(relinking(EnteringKey{})).progress == "Step 5 of 6");
  CHECK(see(relinking(Verifying{})).progress == "Step 6 of 6");
}
