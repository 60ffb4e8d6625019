#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using model::ErrorCode;
using sample::Walk;

namespace {

Walk posting() {
  Walk walk;
  walk.setup.page.handover = model::HandoverMode::post;
  model::HostConfig config;
  config.state = "nonce";
  walk.verifies(config);
  return walk;
}

}  // namespace

TEST_CASE("a sealed token is told at once and the key is gone", "[flow]") {
  Walk walk;
  walk.verifies();
  REQUIRE(walk.on<HandingOver>());
  walk.does(Sealed{1, "token"});
  REQUIRE(walk.on<Connected>());
  const auto* told = Walk::first<TellSuccess>(walk.last);
  REQUIRE(told != nullptr);
  CHECK(told->public_token == "token");
  CHECK(told->provider == "north");
  CHECK(told->subdomain == "acme");
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::transition_view, HostEvent::handoff});
  CHECK(walk.has(WipeSecrets{}));
  CHECK(walk.state.draft.secrets.empty());
  CHECK(walk.state.succeeded);
}

TEST_CASE("in post mode the key is gone once sealed, and success is the backend's word", "[flow]") {
  Walk walk = posting();
  CHECK(walk.does(HandedOver{1, "early"}).on<HandingOver>());
  walk.does(Sealed{1, "token"});
  REQUIRE(walk.on<HandingOver>());
  CHECK(walk.state.draft.secrets.empty());
  CHECK(walk.last == std::vector<Effect>{StopTimer{TimerKind::idle, 0}, WipeSecrets{},
                                         StartTimer{TimerKind::idle, 0, idle_limit_ms},
                                         PostToken{1, "token"}});
  CHECK(walk.does(HandedOver{2, "late"}).on<HandingOver>());
  walk.does(HandedOver{1, "ref"});
  REQUIRE(walk.on<Connected>());
  CHECK(Walk::first<TellSuccess>(walk.last)->public_token == "ref");
  CHECK(Walk::count<TellSuccess>(walk.all) == 1);
}

TEST_CASE("what is sealed and told is the draft as it was checked, whatever the draft is by then", "[flow]") {
  Walk walk;
  walk.submits();
  walk.state.draft.fields["subdomain"] = "globex";
  walk.answers(sample::good_answer(), sample::good_answer(), sample::good_answer());
  REQUIRE(Walk::first<Seal>(walk.last) != nullptr);
  CHECK(Walk::first<Seal>(walk.last)->fields == sample::checked().fields);
  walk.does(HandoverFailed{1, ErrorCode::handover_failed}).does(RetryPressed{});
  REQUIRE(Walk::first<Seal>(walk.last) != nullptr);
  CHECK(Walk::first<Seal>(walk.last)->fields == sample::checked().fields);
  walk.does(Sealed{2, "token"});
  REQUIRE(Walk::first<TellSuccess>(walk.last) != nullptr);
  CHECK(Walk::first<TellSuccess>(walk.last)->subdomain == "acme");
}

TEST_CASE("a failed delivery is repeated with the same token under a new attempt", "[flow]") {
  Walk walk = posting();
  walk.does({Sealed{1, "token"}, HandoverFailed{1, ErrorCode::handover_failed}});
  REQUIRE(walk.on<Failed>());
  CHECK(walk.screen<Failed>()->pending == HandingOver{1,
                                                      walk.screen<Failed>()->pending->connection,
                                                      "token",
                                                      {{"jobs", sample::good_answer()},
                                                       {"candidates", sample::good_answer()},
                                                       {"accounts", sample::good_answer()}}});
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::error, HostEvent::transition_view});
  walk.does(RetryPressed{});
  REQUIRE(walk.on<HandingOver>());
  CHECK(walk.has(PostToken{2, "token"}));
  CHECK(Walk::count<Seal>(walk.last) == 0);
  CHECK(walk.does(HandedOver{1, "late"}).on<HandingOver>());
  CHECK(walk.does(HandedOver{2, "ref"}).on<Connected>());
}

TEST_CASE("a token that no backend takes any more is not offered again: the key is asked for", "[flow]") {
  Walk walk = posting();
  walk.does({Sealed{1, "token"}, HandoverFailed{1, ErrorCode::handover_failed}});
  walk.does(TimerElapsed{TimerKind::idle, 0});
  REQUIRE(walk.on<EnteringKey>());
  CHECK(walk.state.draft.key_forgotten);
  walk.does(KeySubmitted{});
  CHECK(walk.on<EnteringKey>());
}

TEST_CASE("what each probe showed stays known until the key is handed over, also on another try", "[flow]") {
  Walk partly;
  partly.submits().answers(sample::good_answer(), sample::answer(503, "Their words"), sample::answer(401));
  REQUIRE(partly.on<HandingOver>());
  const Replies seen{{"jobs", sample::good_answer()},
                     {"candidates", sample::answer(503)},
                     {"accounts", sample::answer(401)}};
  CHECK(partly.screen<HandingOver>()->replies == seen);
  partly.does({HandoverFailed{1, ErrorCode::handover_failed}, RetryPressed{}});
  REQUIRE(partly.on<HandingOver>());
  CHECK(partly.screen<HandingOver>()->replies == seen);
}

TEST_CASE("failed sealing is repeated with the key that was verified", "[flow]") {
  Walk walk;
  walk.verifies().does({HandoverFailed{1, ErrorCode::handover_failed}, RetryPressed{}});
  REQUIRE(walk.on<HandingOver>());
  const auto* seal = Walk::first<Seal>(walk.last);
  REQUIRE(seal != nullptr);
  CHECK(seal->attempt == 2);
  CHECK(seal->secrets.at("api_key").reveal() == sample::key);
  CHECK(Walk::count<SendProbe>(walk.last) == 0);
}

TEST_CASE("a hand-over that takes too long fails by our own time", "[flow]") {
  Walk walk = posting();
  walk.does({Sealed{1, "token"}, TimerElapsed{TimerKind::deadline, 1}});
  REQUIRE(walk.on<Failed>());
  CHECK(walk.screen<Failed>()->error.code == ErrorCode::handover_failed);
  CHECK(walk.last.front() == Effect{AbortRequests{1}});
}

TEST_CASE("a session that is over ends the hand-over for good", "[flow]") {
  Walk walk = posting();
  walk.does({Sealed{1, "token"}, HandoverFailed{1, ErrorCode::session_expired}});
  CHECK(walk.on<Refused>());
  CHECK(walk.does(RetryPressed{}).on<Refused>());
}

TEST_CASE("Back during the hand-over aborts it, and after post the key is asked for again", "[flow]") {
  Walk walk = posting();
  walk.does({Sealed{1, "token"}, BackPressed{}});
  REQUIRE(walk.on<EnteringKey>());
  CHECK(walk.has(AbortRequests{1}));
  CHECK(Walk::count<StartTimer>(walk.last) == 0);  // Without a key there is none to be forgotten.
  CHECK(walk.does(HandedOver{1, "ref"}).on<EnteringKey>());
  walk.does(KeySubmitted{});
  REQUIRE(walk.on<EnteringKey>());
  CHECK(walk.screen<EnteringKey>()->problems.size() == 1);
}

TEST_CASE("a provider without a subdomain tells none", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderChosen{"south"}, KeyMethodChosen{}, AdminConfirmed{}, PermissionsAccepted{},
             SecretTyped{"api_key", base::Secret(sample::key)}, KeySubmitted{},
             ProbeAnswered{1, "list", sample::good_answer()}, Sealed{1, "token"}});
  REQUIRE(Walk::first<TellSuccess>(walk.last) != nullptr);
  CHECK(Walk::first<TellSuccess>(walk.last)->subdomain.empty());
}
