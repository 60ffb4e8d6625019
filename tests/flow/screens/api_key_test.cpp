#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

namespace {

const StartTimer idle_start{TimerKind::idle, 0, idle_limit_ms};
const TimerElapsed idle_end{TimerKind::idle, 0};

}  // namespace

TEST_CASE("submitting a good key starts one attempt with one request per probe", "[flow]") {
  Walk walk;
  walk.comes_to_key().does(KeySubmitted{});
  REQUIRE(walk.on<Verifying>());
  CHECK(walk.state.attempts == 1);
  CHECK(Walk::count<SendProbe>(walk.last) == 3);
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::submit_credentials, HostEvent::transition_view});
  CHECK(walk.last.back() == Effect{StartTimer{TimerKind::deadline, 1, attempt_limit_ms}});
  const auto* probe = Walk::first<SendProbe>(walk.last);
  CHECK(probe->fields == std::map<std::string, std::string>{{"subdomain", "acme"}});
  CHECK(probe->secrets.at("api_key").reveal() == sample::key);
}

TEST_CASE("pressing Next again while the key is checked changes nothing", "[flow]") {
  Walk walk;
  walk.submits();
  const State before = walk.state;
  for (int i = 0; i < 50; ++i) walk.does(KeySubmitted{});
  CHECK(walk.state == before);
  CHECK(Walk::count<SendProbe>(walk.all) == 3);
}

TEST_CASE("a wrong key stays on its screen with the problem, masked again, without an ERROR", "[flow]") {
  Walk walk;
  walk.comes_to_key().does({KeyVisibilityToggled{}, SecretTyped{"api_key", base::Secret("short")}});
  const int turn = walk.state.turn;
  walk.does(KeySubmitted{});
  REQUIRE(walk.on<EnteringKey>());
  CHECK(walk.screen<EnteringKey>()->problems.size() == 1);
  CHECK(!walk.state.draft.show_key);
  CHECK(walk.state.turn == turn + 1);
  CHECK(walk.last.empty());
  walk.does(SecretEdited{"api_key"});
  CHECK(walk.screen<EnteringKey>()->problems.empty());
}

TEST_CASE("the key is cleaned before it is sent", "[flow]") {
  Walk walk;
  walk.comes_to_key().does({SecretTyped{"api_key", base::Secret("  " + sample::key + "\n")}, KeySubmitted{}});
  REQUIRE(walk.on<Verifying>());
  CHECK(Walk::first<SendProbe>(walk.last)->secrets.at("api_key").reveal() == sample::key);
}

TEST_CASE("every secret that a provider asks is required", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderChosen{"east"}, KeyMethodChosen{}, AdminConfirmed{}, PermissionsAccepted{},
             DetailsSubmitted{}, SecretTyped{"key", base::Secret(sample::key)}, KeySubmitted{}});
  REQUIRE(walk.on<EnteringKey>());
  REQUIRE(walk.screen<EnteringKey>()->problems.size() == 1);
  CHECK(walk.screen<EnteringKey>()->problems[0].field == "secret");
}

TEST_CASE("what of the guide is copied counts once the page did it", "[flow]") {
  Walk walk;
  walk.comes_to_key().does(ScopeCopied{"r_jobs"});
  CHECK(walk.last == std::vector<Effect>{CopyText{"r_jobs"}});
  CHECK(walk.screen<EnteringKey>()->copied.empty());
  const int turn = walk.does(TextCopied{}).state.turn;
  CHECK(walk.screen<EnteringKey>()->copied == "r_jobs");
  walk.state.config.brand_name = "Acme Hiring";
  walk.does({NameCopied{}, TextCopied{}});
  CHECK(walk.screen<EnteringKey>()->copied == "Acme Hiring");
  CHECK(walk.state.turn == turn + 1);
}

TEST_CASE("each hand-over of a key starts the idle time again, and an empty one takes the key away",
          "[flow]") {
  Walk walk;
  walk.comes_to_key();
  CHECK(walk.has(idle_start));
  CHECK(walk.does(SecretEdited{"api_key"}).has(idle_start));
  walk.does(SecretTyped{"api_key", base::Secret()});
  CHECK(walk.last.empty());
  CHECK(walk.state.draft.secrets.empty());
  walk.does(SecretTyped{"subdomain", base::Secret("x")});
  CHECK(walk.state.draft.secrets.empty());
}

TEST_CASE("a key that is left alone is wiped", "[flow]") {
  Walk walk;
  walk.comes_to_key().does(idle_end);
  CHECK(walk.on<EnteringKey>());
  CHECK(walk.state.draft.secrets.empty());
  CHECK(walk.last == std::vector<Effect>{WipeSecrets{}});
  CHECK(walk.does(idle_end).last.empty());
}

TEST_CASE("a key that was left alone is remembered as forgotten until another is typed", "[flow]") {
  Walk walk;
  walk.comes_to_key();
  CHECK_FALSE(walk.state.draft.key_forgotten);
  const auto fields = walk.state.draft.fields;
  walk.does({ScopeCopied{"r_jobs"}, TextCopied{}});
  CHECK_FALSE(walk.screen<EnteringKey>()->copied.empty());
  CHECK(walk.does(idle_end).state.draft.key_forgotten);
  CHECK(walk.screen<EnteringKey>()->copied.empty());
  CHECK(walk.state.draft.fields == fields);
  CHECK(walk.does({BackPressed{}, DetailsSubmitted{}}).state.draft.key_forgotten);
  CHECK_FALSE(walk.does(SecretEdited{"api_key"}).state.draft.key_forgotten);
  walk.does(idle_end);
  CHECK_FALSE(walk.does(SecretTyped{"api_key", base::Secret("x")}).state.draft.key_forgotten);
}

TEST_CASE("a key whose check was left by Back is alone again from then on", "[flow]") {
  Walk walk;
  walk.submits().does(BackPressed{});
  REQUIRE(walk.on<EnteringKey>());
  CHECK(walk.has(idle_start));
  Walk sealing;
  sealing.verifies().does(BackPressed{});
  REQUIRE(sealing.on<EnteringKey>());
  CHECK(sealing.has(idle_start));
}

TEST_CASE("a key that is left alone on a failure is wiped and asked for again", "[flow]") {
  Walk walk;
  walk.submits().answers(sample::answer(401), sample::answer(401), sample::answer(401));
  REQUIRE(walk.on<Failed>());
  CHECK(walk.has(idle_start));
  CHECK(walk.does(idle_end).on<EnteringKey>());
  CHECK(walk.state.draft.secrets.empty());
}

TEST_CASE("the key is not wiped while it is checked", "[flow]") {
  Walk walk;
  walk.submits();
  const State before = walk.state;
  CHECK(walk.does(idle_end).state == before);
}

TEST_CASE("a key that comes late cannot replace the one that is checked", "[flow]") {
  Walk walk;
  walk.submits().does(SecretTyped{"api_key", base::Secret("another0123456789")});
  walk.answers(sample::good_answer(), sample::good_answer(), sample::good_answer());
  REQUIRE(Walk::first<Seal>(walk.last) != nullptr);
  CHECK(Walk::first<Seal>(walk.last)->secrets.at("api_key").reveal() == sample::key);
}
