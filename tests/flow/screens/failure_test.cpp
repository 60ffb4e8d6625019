#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using model::ErrorCode;
using sample::Walk;

namespace {

Walk failed_with(const ProbeReply& reply) {
  Walk walk;
  walk.submits().answers(reply, reply, reply);
  return walk;
}

ProbeReply rate_limited(int reset_ms) {
  model::UpstreamAnswer limited = sample::answer(429);
  limited.rate_limit.reset_ms = reset_ms;
  return limited;
}

}  // namespace

TEST_CASE("a rate limit counts down and only then takes Try again", "[flow]") {
  Walk walk = failed_with(rate_limited(2'100));
  const StartTimer tick{TimerKind::countdown, 1, 1000};
  REQUIRE(walk.on<Failed>());
  CHECK(walk.screen<Failed>()->error.code == ErrorCode::rate_limited);
  CHECK(walk.has(tick));
  for (const int left : {3, 2, 1}) {
    CHECK(walk.screen<Failed>()->wait_s == left);
    CHECK(walk.does(RetryPressed{}).on<Failed>());
    CHECK(walk.does(SuggestionTaken{"subdomain", "globex"}).on<Failed>());
    walk.does(TimerElapsed{TimerKind::countdown, 1});
    CHECK(walk.has(tick) == (left > 1));
  }
  CHECK(walk.does(TimerElapsed{TimerKind::countdown, 1}).last.empty());
  CHECK(walk.screen<Failed>()->wait_s == 0);
  CHECK(walk.does(RetryPressed{}).on<Verifying>());
  CHECK(walk.state.attempts == 2);
}

TEST_CASE("a rate limit without a time waits the default, and leaving stops the countdown", "[flow]") {
  Walk walk = failed_with(rate_limited(-1));
  REQUIRE(walk.on<Failed>());
  CHECK(walk.screen<Failed>()->wait_s == default_wait_ms / 1000);
  CHECK(walk.does(TimerElapsed{TimerKind::countdown, 9}).screen<Failed>()->wait_s == default_wait_ms / 1000);
  walk.does(BackPressed{});
  CHECK(walk.on<EnteringKey>());
  CHECK(walk.has(StopTimer{TimerKind::countdown, 1}));
}

TEST_CASE("Try again is a new attempt with the same fields and key", "[flow]") {
  Walk walk = failed_with(model::NoAnswer::network);
  walk.does(RetryPressed{});
  REQUIRE(walk.on<Verifying>());
  const auto* probe = Walk::first<SendProbe>(walk.last);
  REQUIRE(probe != nullptr);
  CHECK(probe->attempt == 2);
  CHECK(probe->secrets.at("api_key").reveal() == sample::key);
  CHECK(walk.does(RetryPressed{}).last.empty());
}

TEST_CASE("Edit opens the screen of the field with the failure at hand", "[flow]") {
  Walk walk = failed_with(sample::answer(401));
  const State before = walk.state;
  walk.does(EditPressed{"subdomain"});
  REQUIRE(walk.on<EnteringDetails>());
  CHECK(walk.screen<EnteringDetails>()->refused == walk.state.last_error);
  walk.does(FieldEdited{"subdomain", "globex"});
  CHECK(!walk.screen<EnteringDetails>()->refused);
  walk.state = before;
  walk.does(EditPressed{"api_key"});
  REQUIRE(walk.on<EnteringKey>());
  CHECK(walk.screen<EnteringKey>()->refused == walk.state.last_error);
  walk.does(SecretEdited{"api_key"});
  CHECK(!walk.screen<EnteringKey>()->refused);
  walk.state = before;
  CHECK(walk.does(EditPressed{"nothing"}).last.empty());
}

TEST_CASE("Back from a failure leads to the details if it is about the subdomain, else to the key",
          "[flow]") {
  Walk walk;
  for (const ErrorCode code :
       {ErrorCode::subdomain_not_found, ErrorCode::subdomain_mismatch, ErrorCode::invalid_subdomain}) {
    walk.state = sample::at(Failed{sample::error(code), 7, 0, std::nullopt});
    CHECK(walk.does(BackPressed{}).on<EnteringDetails>());
  }
  walk.state = sample::at(Failed{sample::error(ErrorCode::timeout), 7, 0, std::nullopt});
  CHECK(walk.does(BackPressed{}).on<EnteringKey>());
}

TEST_CASE("the subdomain that the key belongs to is used and tried at once", "[flow]") {
  Walk walk = failed_with(sample::answer(404));
  REQUIRE(walk.on<Failed>());
  walk.does(SuggestionTaken{"subdomain", "globex"});
  REQUIRE(walk.on<Verifying>());
  CHECK(Walk::first<SendProbe>(walk.last)->fields.at("subdomain") == "globex");
  CHECK(Walk::first<SendProbe>(walk.last)->attempt == 2);
}

TEST_CASE("a suggestion that does not pass the rules sends nothing", "[flow]") {
  Walk walk = failed_with(sample::answer(404));
  walk.does(SuggestionTaken{"subdomain", "evil.example/"});
  REQUIRE(walk.on<EnteringDetails>());
  CHECK(walk.screen<EnteringDetails>()->problems.size() == 1);
  CHECK(Walk::count<SendProbe>(walk.last) == 0);
}
