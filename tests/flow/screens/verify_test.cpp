#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using model::ErrorCode;
using sample::Walk;

namespace {

const model::HostConfig with_state = [] {
  model::HostConfig config;
  config.state = "nonce";
  return config;
}();

}  // namespace

TEST_CASE("the verdict falls with the last answer, not before", "[flow]") {
  Walk walk;
  walk.submits();
  walk.does(ProbeAnswered{1, "accounts", sample::good_answer()});
  CHECK(walk.last.empty());
  walk.does(ProbeAnswered{1, "jobs", sample::good_answer()});
  CHECK(walk.on<Verifying>());
  walk.does(ProbeAnswered{1, "candidates", sample::good_answer()});
  CHECK(walk.on<HandingOver>());
  CHECK(walk.has(StopTimer{TimerKind::deadline, 1}));
  CHECK(walk.last.back() == Effect{StartTimer{TimerKind::deadline, 1, attempt_limit_ms}});
}

TEST_CASE("an answer of another attempt, of an unknown probe or a second one changes nothing", "[flow]") {
  Walk walk;
  walk.submits().does(ProbeAnswered{1, "jobs", sample::answer(401)});
  const State before = walk.state;
  walk.does({ProbeAnswered{2, "candidates", sample::good_answer()},
             ProbeAnswered{0, "candidates", sample::good_answer()},
             ProbeAnswered{1, "nothing", sample::good_answer()},
             ProbeAnswered{1, "jobs", sample::good_answer()}, ProbeAnswered{1, "candidates", Waiting{}},
             TimerElapsed{TimerKind::deadline, 2}, BackendAnswered{1, {}},
             BackendFailed{1, ErrorCode::network}});
  CHECK(walk.state == before);
}

TEST_CASE("a failed verification is told, remembered and shown", "[flow]") {
  Walk walk;
  walk.submits().answers(sample::answer(401), sample::answer(401), sample::answer(401));
  REQUIRE(walk.on<Failed>());
  CHECK(walk.screen<Failed>()->error.code == ErrorCode::invalid_credentials);
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::error, HostEvent::transition_view});
  CHECK(walk.state.last_error == walk.screen<Failed>()->error);
}

TEST_CASE("time over aborts the requests and judges what there is", "[flow]") {
  Walk walk;
  walk.submits().does(TimerElapsed{TimerKind::deadline, 1});
  REQUIRE(walk.on<Failed>());
  CHECK(walk.screen<Failed>()->error.code == ErrorCode::timeout);
  CHECK(walk.last.front() == Effect{AbortRequests{1}});

  Walk partly;
  partly.submits();
  partly.does({ProbeAnswered{1, "jobs", sample::good_answer()},
               ProbeAnswered{1, "candidates", sample::good_answer()}, TimerElapsed{TimerKind::deadline, 1}});
  CHECK(partly.on<HandingOver>());
}

TEST_CASE("Back while the key is checked aborts and returns to the key", "[flow]") {
  Walk walk;
  walk.submits().does(BackPressed{});
  CHECK(walk.on<EnteringKey>());
  CHECK(walk.last[0] == Effect{AbortRequests{1}});
  CHECK(walk.last[1] == Effect{StopTimer{TimerKind::deadline, 1}});
  CHECK(walk.state.draft.secrets.at("api_key").reveal() == sample::key);
  walk.does(ProbeAnswered{1, "jobs", sample::good_answer()});
  CHECK(walk.on<EnteringKey>());
  CHECK(walk.does(KeySubmitted{}).state.attempts == 2);
}

TEST_CASE("without verification everything wanted is handed over as unverified", "[flow]") {
  Walk walk;
  walk.setup.page.verify = model::VerifyMode::none;
  model::HostConfig config;
  config.required_scopes = {"r_jobs"};
  config.optional_scopes = {"w_candidates"};
  walk.submits(config);
  REQUIRE(walk.on<HandingOver>());
  CHECK(walk.screen<HandingOver>()->connection ==
        model::Connection{std::nullopt, {{}, {}, {"r_jobs", "w_candidates"}}});
  CHECK(Walk::count<SendProbe>(walk.all) == 0);
  CHECK(Walk::count<Seal>(walk.last) == 1);
  CHECK(walk.has(Effect{StartTimer{TimerKind::deadline, 1, attempt_limit_ms}}));
}

TEST_CASE("a provider with nothing to ask hands over as unverified too", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderChosen{"east"}, KeyMethodChosen{}, AdminConfirmed{}, PermissionsAccepted{},
             DetailsSubmitted{}, SecretTyped{"key", base::Secret(sample::key)},
             SecretTyped{"secret", base::Secret("another0123456789")}, KeySubmitted{}});
  REQUIRE(walk.on<HandingOver>());
  CHECK(walk.screen<HandingOver>()->connection.scopes.unverified == std::vector<std::string>{"add"});
}

TEST_CASE("the backend verifies what was sealed for it", "[flow]") {
  Walk walk;
  walk.setup.page.verify = model::VerifyMode::backend;
  walk.submits(with_state);
  REQUIRE(walk.on<Verifying>());
  CHECK(Walk::count<SendProbe>(walk.all) == 0);
  const auto* seal = Walk::first<Seal>(walk.last);
  REQUIRE(seal != nullptr);
  CHECK(seal->purpose == SealFor::verify);
  CHECK(seal->state == "nonce");
  CHECK(!seal->connection);
  CHECK(walk.does(BackendAnswered{2, {}}).on<Verifying>());
  walk.does(BackendAnswered{1, {{"jobs", sample::good_answer()}, {"candidates", sample::good_answer()}}});
  CHECK(walk.on<HandingOver>());
}

TEST_CASE("a backend that leaves out a needed probe is not set up correctly", "[flow]") {
  Walk walk;
  walk.setup.page.verify = model::VerifyMode::backend;
  walk.submits(with_state).does(BackendAnswered{1, {{"jobs", sample::good_answer()}}});
  REQUIRE(walk.on<Failed>());
  CHECK(walk.screen<Failed>()->error.code == ErrorCode::relay_misconfigured);
}

TEST_CASE("a backend that fails can be asked again, one whose session is over cannot", "[flow]") {
  Walk walk;
  walk.setup.page.verify = model::VerifyMode::backend;
  walk.submits(with_state).does(BackendFailed{1, ErrorCode::network});
  REQUIRE(walk.on<Failed>());
  CHECK(walk.has(StopTimer{TimerKind::deadline, 1}));
  walk.does(RetryPressed{}).does(BackendFailed{2, ErrorCode::session_expired});
  REQUIRE(walk.on<Refused>());
  CHECK(walk.state.draft.secrets.empty());
  CHECK(walk.has(WipeSecrets{}));
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::error, HostEvent::transition_view});
}
