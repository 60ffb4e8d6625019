#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

namespace ats::flow::waits {
using sample::Walk;

namespace {

/// A walk for which no details are there.
Walk bare() {
  Walk walk;
  walk.setup = sample::setup_without_details();
  return walk;
}

/// As the runtime does.
Walk& learns(Walk& walk, const std::string& id) {
  walk.setup.details[id] = sample::provider(id);
  return walk.does(ProviderArrived{id});
}

Walk waiting() {
  Walk walk = bare();
  walk.does({Opened{}, ProviderChosen{"north"}, KeyMethodChosen{}, AdminConfirmed{}});
  return walk;
}

const TimerElapsed moment{TimerKind::loading, 0};
const std::map<std::string, std::string> acme{{"subdomain", "acme"}};

model::HostConfig relink() {
  model::HostConfig config;
  config.mode = model::Mode::relink;
  config.provider = "north";
  config.prefill_subdomain = "acme";
  return config;
}

}  // namespace

TEST_CASE("choosing a provider asks for its details, once", "[flow]") {
  Walk walk = bare();
  walk.does({Opened{}, ProviderChosen{"north"}});
  CHECK(walk.has(FetchProvider{"north"}));
  walk.does({BackPressed{}, ProviderChosen{"north"}});
  CHECK(Walk::count<FetchProvider>(walk.all) == 1);
  learns(walk, "north")
      .does({BackPressed{}, ProviderChosen{"south"}, BackPressed{}, ProviderChosen{"north"}});
  CHECK(Walk::count<FetchProvider>(walk.all) == 2);
}

TEST_CASE("before its details are there one goes on until they are needed", "[flow]") {
  Walk walk = waiting();
  REQUIRE(walk.on<AwaitingProvider>());
  // Nothing to be seen, and nothing told, for what comes at once.
  CHECK(step_of(walk.state.screen) == Step::admin);
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::confirm_admin});
  CHECK(walk.has(StartTimer{TimerKind::loading, 0, brief_wait_ms}));
  const int turn = walk.state.turn;
  learns(walk, "north");
  CHECK(walk.on<ReviewingPermissions>());
  CHECK(walk.state.turn == turn + 1);
  CHECK(walk.has(StopTimer{TimerKind::loading, 0}));
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::transition_view});
}

TEST_CASE("what takes longer is shown as a wait of the step that it leads to", "[flow]") {
  Walk walk = waiting();
  walk.does(moment);
  REQUIRE(walk.screen<AwaitingProvider>() != nullptr);
  CHECK(walk.screen<AwaitingProvider>()->wait == Wait::slow);
  CHECK(step_of(walk.state.screen) == Step::permissions);
  CHECK(walk.does(moment).last.empty());
  learns(walk, "north");
  CHECK(walk.on<ReviewingPermissions>());
  CHECK(Walk::told(walk.last).empty());
}

TEST_CASE("details that cannot be had are told, and asked for again", "[flow]") {
  for (const bool slow : {false, true}) {
    Walk walk = waiting();
    if (slow) walk.does(moment);
    walk.does(ProviderFailed{"north", "guide.0: expected an object"});
    REQUIRE(walk.screen<AwaitingProvider>() != nullptr);
    CHECK(walk.screen<AwaitingProvider>()->wait == Wait::failed);
    REQUIRE(walk.state.last_error.has_value());
    CHECK(walk.state.last_error->code == model::ErrorCode::load_failed);
    CHECK(walk.state.last_error->detail == "north: guide.0: expected an object");
    CHECK(Walk::told(walk.last).back() == HostEvent::error);
    walk.does(RetryPressed{});
    CHECK(walk.has(FetchProvider{"north"}));
    CHECK(walk.screen<AwaitingProvider>()->wait == Wait::slow);
    CHECK(walk.does(RetryPressed{}).last.empty());
    CHECK(learns(walk, "north").on<ReviewingPermissions>());
  }
}

TEST_CASE("a failure that nobody waits for is not told, and the need of them asks again", "[flow]") {
  Walk walk = bare();
  walk.does({Opened{}, ProviderChosen{"north"}, ProviderFailed{"north"}});
  CHECK(walk.on<ChoosingMethod>());
  CHECK(walk.last.empty());
  walk.does({KeyMethodChosen{}, AdminConfirmed{}});
  CHECK(walk.has(FetchProvider{"north"}));
}

TEST_CASE("the details of a provider that is no more the chosen one change nothing on the screen", "[flow]") {
  Walk walk = bare();
  walk.does({Opened{}, ProviderChosen{"north"}, BackPressed{}, ProviderChosen{"south"}, KeyMethodChosen{},
             AdminConfirmed{}});
  const Screen before = walk.state.screen;
  CHECK(learns(walk, "north").state.screen == before);
  CHECK(walk.does(ProviderFailed{"north"}).state.screen == before);
  CHECK(learns(walk, "south").on<ReviewingPermissions>());
  // Kept all the same.
  walk.does({BackPressed{}, BackPressed{}, BackPressed{}, ProviderChosen{"north"}, KeyMethodChosen{},
             AdminConfirmed{}});
  CHECK(walk.on<ReviewingPermissions>());
}

TEST_CASE("Back leads from a wait to where it began, and from a brief one as from that screen", "[flow]") {
  Walk slow = waiting();
  CHECK(slow.does({moment, BackPressed{}}).on<ConfirmingAdmin>());
  Walk brief = waiting();
  CHECK(brief.does(BackPressed{}).on<ChoosingMethod>());
  Walk asked = bare();
  asked.does({Opened{}, ProviderChosen{"north"}, InviteChosen{}, moment});
  CHECK(asked.does(BackPressed{}).on<ChoosingMethod>());
}

TEST_CASE("an admin is asked with the permissions where there is no link, and at once where there is one",
          "[flow]") {
  Walk walk = bare();
  walk.does({Opened{}, ProviderChosen{"north"}, InviteChosen{}});
  REQUIRE(walk.on<AwaitingProvider>());
  learns(walk, "north");
  REQUIRE(walk.screen<Inviting>() != nullptr);
  CHECK(walk.screen<Inviting>()->from == Step::method);
  model::HostConfig config;
  config.invite_url = "https://app.example/";
  Walk linked = bare();
  CHECK(linked.does({Opened{config, std::nullopt}, ProviderChosen{"north"}, InviteChosen{}}).on<Inviting>());
}

TEST_CASE("who reconnects waits for the details before anything is shown, and then is at the key", "[flow]") {
  Walk walk = bare();
  walk.does(Opened{relink(), std::nullopt});
  REQUIRE(walk.on<AwaitingProvider>());
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::open});
  learns(walk, "north");
  CHECK(walk.on<EnteringKey>());
  CHECK(walk.state.draft.fields == acme);
  const auto* first = Walk::first<NotifyHost>(walk.last);
  REQUIRE(first != nullptr);
  CHECK(!first->from);
  CHECK(first->to == Step::api_key);
}

TEST_CASE("a prefill waits for the field that it is for, and does not go over what was typed", "[flow]") {
  model::HostConfig config;
  config.prefill_subdomain = "acme";
  Walk walk = bare();
  walk.does({Opened{config, std::nullopt}, ProviderChosen{"north"}});
  CHECK(walk.state.draft.fields.empty());
  CHECK(learns(walk, "north").state.draft.fields == acme);
  walk.does({KeyMethodChosen{}, AdminConfirmed{}, PermissionsAccepted{}, FieldEdited{"subdomain", "globex"}});
  learns(walk, "north");
  CHECK(walk.state.draft.fields.at("subdomain") == "globex");
}

TEST_CASE("what a snapshot holds is kept for the host until the details can judge it", "[flow]") {
  Walk walk = bare();
  walk.does(Opened{{}, Snapshot{Step::method, "north", {{"subdomain", "acme"}, {"api_key", "x"}}}});
  REQUIRE(walk.on<ChoosingMethod>());
  const auto* saved = Walk::first<SaveSnapshot>(walk.last);
  REQUIRE(saved != nullptr);
  CHECK(saved->snapshot.fields.at("subdomain") == "acme");
  learns(walk, "north");
  CHECK(walk.state.draft.fields == acme);
  CHECK(walk.state.draft.saved.empty());

  Walk further = bare();
  further.does(Opened{{}, Snapshot{Step::api_key, "north", acme}});
  CHECK(further.on<AwaitingProvider>());
  CHECK(learns(further, "north").on<EnteringKey>());
}

TEST_CASE("closing while one waits loses nothing, and takes the clock along", "[flow]") {
  Walk walk = waiting();
  walk.does(ClosePressed{});
  CHECK(walk.on<Closed>());
  CHECK(walk.has(StopTimer{TimerKind::loading, 0}));
}

TEST_CASE("what is wrong with a field is said again in the words that come in another language", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderChosen{"north"}, KeyMethodChosen{}, AdminConfirmed{}, PermissionsAccepted{}});
  walk.does({FieldEdited{"subdomain", "https://acme.north.example/jobs"}, DetailsSubmitted{}});
  REQUIRE(walk.on<EnteringDetails>());
  walk.setup.details["north"].fields[0].hosts[0].message = "Nur der Teil vor .north.example.";
  const int turn = walk.state.turn;
  walk.does({LanguageChanged{}, ProviderArrived{"north"}});
  REQUIRE(walk.screen<EnteringDetails>()->problems.size() == 1);
  CHECK(walk.screen<EnteringDetails>()->problems[0].message == "Nur der Teil vor .north.example.");
  CHECK(walk.screen<EnteringDetails>()->problems[0].suggestion == "acme");
  CHECK(walk.state.turn == turn);
}

}  // namespace ats::flow::waits
