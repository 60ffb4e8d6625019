#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

namespace {

Walk at_details() {
  Walk walk;
  walk.does({Opened{}, ProviderChosen{"north"}, KeyMethodChosen{}, AdminConfirmed{}, PermissionsAccepted{}});
  return walk;
}

}  // namespace

TEST_CASE("a wrong subdomain stays on its screen with the problem and sends no ERROR", "[flow]") {
  Walk walk = at_details();
  const int turn = walk.state.turn;
  walk.does({FieldEdited{"subdomain", "https://acme.north.example/jobs"}, DetailsSubmitted{}});
  REQUIRE(walk.on<EnteringDetails>());
  REQUIRE(walk.screen<EnteringDetails>()->problems.size() == 1);
  CHECK(walk.screen<EnteringDetails>()->problems[0].suggestion == "acme");
  CHECK(walk.state.turn == turn + 1);
  CHECK(walk.last.empty());
}

TEST_CASE("taking the suggestion clears the problem and waits for Next", "[flow]") {
  Walk walk = at_details();
  walk.does({FieldEdited{"subdomain", "acme.north.example"}, DetailsSubmitted{}});
  walk.does(SuggestionTaken{"subdomain", "acme"});
  REQUIRE(walk.on<EnteringDetails>());
  CHECK(walk.screen<EnteringDetails>()->problems.empty());
  CHECK(walk.does(DetailsSubmitted{}).on<EnteringKey>());
}

TEST_CASE("typing on clears the problem of that field", "[flow]") {
  Walk walk = at_details();
  walk.does({DetailsSubmitted{}, FieldEdited{"subdomain", "a"}});
  REQUIRE(walk.on<EnteringDetails>());
  CHECK(walk.screen<EnteringDetails>()->problems.empty());
}

TEST_CASE("what passes is written back clean and saved", "[flow]") {
  Walk walk = at_details();
  walk.does({FieldEdited{"subdomain", "  ACME "}, DetailsSubmitted{}});
  CHECK(walk.state.draft.fields.at("subdomain") == "acme");
  const auto* saved = Walk::first<SaveSnapshot>(walk.last);
  REQUIRE(saved != nullptr);
  CHECK(saved->snapshot == Snapshot{Step::api_key, "north", {{"subdomain", "acme"}}});
}

TEST_CASE("a key pasted into the field for the subdomain is never saved with the host", "[flow]") {
  Walk walk = at_details();
  walk.does({FieldEdited{"subdomain", "KEY.WITH.DOTS/0123456789"}, DetailsSubmitted{}, BackPressed{}});
  REQUIRE(walk.on<ReviewingPermissions>());
  const auto* saved = Walk::first<SaveSnapshot>(walk.last);
  REQUIRE(saved != nullptr);
  CHECK(saved->snapshot.fields.empty());
  CHECK(walk.state.draft.fields.at("subdomain") == "KEY.WITH.DOTS/0123456789");
}

TEST_CASE("an optional field may stay empty", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderChosen{"east"}, KeyMethodChosen{}, AdminConfirmed{}, PermissionsAccepted{}});
  REQUIRE(walk.on<EnteringDetails>());
  CHECK(walk.does(DetailsSubmitted{}).on<EnteringKey>());
  walk.does({BackPressed{}, FieldEdited{"region", "mars"}, DetailsSubmitted{}});
  CHECK(walk.on<EnteringDetails>());
}

TEST_CASE("only the fields of the provider are kept, and a secret one not as text", "[flow]") {
  Walk walk = at_details();
  walk.does({FieldEdited{"api_key", "oops"}, FieldEdited{"other", "x"}, SuggestionTaken{"api_key", "oops"}});
  CHECK(walk.state.draft.fields.empty());
}
