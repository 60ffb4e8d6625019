#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

TEST_CASE("help lies over the screen until it is pressed again, Back or Close", "[flow]") {
  for (const Event& away : std::vector<Event>{HelpPressed{}, BackPressed{}, ClosePressed{ExitReason::escape},
                                              KeepGoingPressed{}}) {
    Walk walk;
    walk.comes_to_key().does(HelpPressed{});
    CHECK(std::holds_alternative<ShowingHelp>(walk.state.overlay));
    CHECK(Walk::told(walk.last) == std::vector{HostEvent::help});
    walk.does(away);
    CHECK(walk.on<EnteringKey>());
    CHECK(walk.state.overlay.index() == 0);
    CHECK(walk.last.empty());
  }
}

TEST_CASE("a host with its own help is asked instead, with the step and the failure", "[flow]") {
  model::HostConfig config;
  config.support_request = true;
  Walk walk;
  walk.submits(config).does(HelpPressed{});
  CHECK(walk.has(AskHostForHelp{Step::verifying, std::nullopt}));
  CHECK(walk.state.overlay.index() == 0);
  walk.answers(sample::answer(401), sample::answer(401), sample::answer(401)).does(HelpPressed{});
  CHECK(walk.has(AskHostForHelp{Step::failed, model::ErrorCode::invalid_credentials}));
  CHECK(walk.state.draft.secrets.at("api_key").reveal() == sample::key);
}

TEST_CASE("help does not hide a success", "[flow]") {
  Walk walk;
  walk.verifies().does({HelpPressed{}, Sealed{1, "token"}});
  CHECK(walk.on<Connected>());
  CHECK(walk.state.overlay.index() == 0);
}

TEST_CASE("what lies under help cannot be pressed, but what is typed there still arrives", "[flow]") {
  Walk walk;
  walk.comes_to_key().does({HelpPressed{}, KeySubmitted{}, ScopeCopied{"r_jobs"}});
  CHECK(walk.on<EnteringKey>());
  CHECK(walk.last.empty());
  walk.does(SecretTyped{"api_key", base::Secret("another0123456789")});
  CHECK(walk.state.draft.secrets.at("api_key").reveal() == "another0123456789");
}

TEST_CASE("steps and reasons have the names that hosts know", "[flow]") {
  CHECK(name_of(Step::session) == "session");
  CHECK(name_of(Step::api_key) == "api_key");
  CHECK(name_of(Step::failed) == "failed");
  CHECK(name_of(ExitReason::user_closed) == "user_closed");
  CHECK(name_of(ExitReason::invited_admin) == "invited_admin");
  CHECK(name_of(ExitReason::error) == "error");
}
