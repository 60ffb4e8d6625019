#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

namespace {

const std::map<std::string, std::string> kept_fields{{"subdomain", "acme"}};

Walk resumed(Step step, const model::HostConfig& config = {}) {
  Walk walk;
  walk.does(Opened{config, Snapshot{step, "north", kept_fields}});
  return walk;
}

}  // namespace

TEST_CASE("what was kept is known as such until the person goes on from there", "[flow]") {
  Walk walk = resumed(Step::permissions);
  CHECK(walk.on<ReviewingPermissions>());
  CHECK(walk.state.resumed);
  walk.does(HelpPressed{}).does(KeepGoingPressed{});
  CHECK(walk.state.resumed);
  CHECK(walk.does(PermissionsAccepted{}).on<EnteringDetails>());
  CHECK(!walk.state.resumed);
  CHECK(walk.state.draft.fields == kept_fields);
  CHECK(!Walk{}.does(Opened{}).state.resumed);
}

TEST_CASE("starting over forgets all of it, in the host's page too", "[flow]") {
  for (const Step step : {Step::method, Step::admin, Step::invite, Step::permissions, Step::api_key}) {
    Walk walk = resumed(step);
    CHECK(walk.does(StartOverPressed{}).on<ChoosingProvider>());
    CHECK(walk.state.draft == Draft{});
    CHECK(!walk.state.resumed);
    const auto* saved = Walk::first<SaveSnapshot>(walk.last);
    REQUIRE(saved != nullptr);
    CHECK(saved->snapshot == Snapshot{Step::provider, {}, {}});
  }
}

TEST_CASE("starting over where the host named the ATS begins at the method, with the host's prefill",
          "[flow]") {
  model::HostConfig config;
  config.provider = "north";
  config.prefill_subdomain = "globex";
  for (const Step step : {Step::method, Step::permissions}) {
    Walk walk = resumed(step, config);
    CHECK(walk.does(StartOverPressed{}).on<ChoosingMethod>());
    const std::map<std::string, std::string> prefilled{{"subdomain", "globex"}};
    CHECK(walk.state.draft.fields == prefilled);
    const auto* saved = Walk::first<SaveSnapshot>(walk.last);
    REQUIRE(saved != nullptr);
    CHECK(saved->snapshot == Snapshot{Step::method, "north", prefilled});
  }
}

TEST_CASE("starting over removes a key that was typed since", "[flow]") {
  Walk walk = resumed(Step::api_key);
  walk.does(SecretTyped{"api_key", base::Secret(sample::key)}).does(StartOverPressed{});
  CHECK(walk.state.draft.secrets.empty());
  CHECK(Walk::first<WipeSecrets>(walk.last) != nullptr);
}

TEST_CASE("without anything that was kept there is nothing to start over", "[flow]") {
  Walk walk;
  walk.comes_to_key();
  const State before = walk.state;
  CHECK(walk.does(StartOverPressed{}).state == before);
  Walk behind_help = resumed(Step::permissions);
  behind_help.does(HelpPressed{}).does(StartOverPressed{});
  CHECK(behind_help.on<ReviewingPermissions>());
}
