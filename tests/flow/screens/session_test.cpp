#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using model::ErrorCode;
using sample::Walk;

namespace {

Walk hosted() {
  Walk walk;
  walk.setup = sample::hosted_setup();
  model::HostConfig config;
  config.state = "nonce";
  walk.does(Opened{config, std::nullopt});
  return walk;
}

SessionArrived session(Attempt attempt, const std::string& provider = {}) {
  return {attempt, "Acme", "Ada", provider, {}, {}};
}

}  // namespace

TEST_CASE("a hosted link first asks the backend whose session it is", "[flow]") {
  Walk walk = hosted();
  CHECK(walk.on<AwaitingSession>());
  CHECK(walk.has(AskSession{1, "nonce"}));
  CHECK(walk.has(StartTimer{TimerKind::deadline, 1, attempt_limit_ms}));
}

TEST_CASE("the walk begins once the user accepts who asks", "[flow]") {
  Walk walk = hosted();
  walk.does(session(1));
  REQUIRE(walk.on<ConfirmingSession>());
  CHECK(walk.screen<ConfirmingSession>()->organisation == "Acme");
  CHECK(walk.does(SessionAccepted{}).on<ChoosingProvider>());
  walk = hosted();
  CHECK(walk.does({session(1, "north"), SessionAccepted{}}).on<ChoosingMethod>());
  CHECK(walk.state.draft.provider == "north");
}

TEST_CASE("a session of another attempt changes nothing", "[flow]") {
  Walk walk = hosted();
  CHECK(walk.does(session(2)).on<AwaitingSession>());
  CHECK(walk.does(SessionRefused{2, ErrorCode::session_expired}).on<AwaitingSession>());
  CHECK(walk.does(TimerElapsed{TimerKind::deadline, 2}).on<AwaitingSession>());
}

TEST_CASE("a session that asks for an unknown provider or scope is refused", "[flow]") {
  Walk walk = hosted();
  REQUIRE(walk.does(session(1, "west")).on<Refused>());
  CHECK(walk.screen<Refused>()->error.detail == "provider");
  walk = hosted();
  SessionArrived scoped = session(1, "north");
  scoped.optional_scopes = {"everything"};
  REQUIRE(walk.does(scoped).on<Refused>());
  CHECK(walk.screen<Refused>()->error.detail == "scopes.optional");
}

TEST_CASE("an expired session ends and closing tells why", "[flow]") {
  Walk walk = hosted();
  walk.does(SessionRefused{1, ErrorCode::session_expired});
  REQUIRE(walk.on<Refused>());
  walk.does(ClosePressed{});
  const auto* exit = Walk::first<TellExit>(walk.last);
  REQUIRE(exit != nullptr);
  CHECK(exit->reason == ExitReason::error);
  REQUIRE(exit->error);
  CHECK(exit->error->code == ErrorCode::session_expired);
}

TEST_CASE("a session that did not answer can be asked for again, with a new attempt", "[flow]") {
  Walk walk = hosted();
  walk.does(TimerElapsed{TimerKind::deadline, 1});
  REQUIRE(walk.on<Failed>());
  CHECK(walk.screen<Failed>()->error.code == ErrorCode::timeout);
  CHECK(walk.has(AbortRequests{1}));
  CHECK(walk.does(BackPressed{}).on<Failed>());
  CHECK(walk.does(RetryPressed{}).has(AskSession{2, "nonce"}));
  CHECK(walk.on<AwaitingSession>());
}

TEST_CASE("nobody but the backend configures a hosted link", "[flow]") {
  Walk walk = hosted();
  walk.does(session(1, "north"));
  model::HostConfig other;
  other.brand_name = "Stranger";
  walk.does(HostUpdated{other});
  CHECK(walk.state.config.brand_name == "Acme");
  CHECK(walk.state.config.state == "nonce");
}
