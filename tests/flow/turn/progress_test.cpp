#include <catch2/catch_test_macros.hpp>
#include <string>

#include "flow/turn/progress.hpp"
#include "support/real_boot.hpp"
#include "support/sample_states.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

namespace {

/// Empty: not counted.
std::string at(const State& state) {
  const auto [step, steps] = progress_of(real_boot().setup, state);
  return step == 0 && steps == 0 ? "" : std::to_string(step) + " of " + std::to_string(steps);
}

std::string at(Screen screen, const std::string& provider = "workable", bool fixed = false) {
  State state = on_screen(std::move(screen), provider);
  if (fixed) state.config.provider = provider;
  return at(state);
}

}  // namespace

TEST_CASE("Workable has seven steps, and the end counts as the last", "[flow]") {
  CHECK(at(ChoosingProvider{}) == "1 of 7");
  CHECK(at(ChoosingMethod{}) == "2 of 7");
  CHECK(at(ConfirmingAdmin{}) == "3 of 7");
  CHECK(at(ReviewingPermissions{}) == "4 of 7");
  CHECK(at(EnteringDetails{}) == "5 of 7");
  CHECK(at(EnteringKey{}) == "6 of 7");
  CHECK(at(Verifying{}) == "7 of 7");
  CHECK(at(HandingOver{}) == "7 of 7");
  CHECK(at(Failed{}) == "7 of 7");
  CHECK(at(Connected{}) == "7 of 7");
}

TEST_CASE("an invitation counts as the step it was asked from", "[flow]") {
  CHECK(at(Inviting{Step::admin, false, false}) == "3 of 7");
  CHECK(at(Inviting{Step::method, false, false}) == "2 of 7");
  CHECK(at(AwaitingProvider{Step::invite, Step::method, Wait::slow}) == "2 of 7");
  CHECK(at(AwaitingProvider{Step::invite, std::nullopt, Wait::slow}) == "3 of 7");
}

TEST_CASE("skipped screens do not count", "[flow]") {
  CHECK(at(EnteringKey{}, "ashby") == "5 of 6");
  CHECK(at(ChoosingMethod{}, "workable", true) == "1 of 6");
  CHECK(at(Verifying{}, "ashby", true) == "5 of 5");
}

TEST_CASE("seven steps are assumed before an ATS is chosen", "[flow]") {
  CHECK(at(ChoosingProvider{}, "") == "1 of 7");
}

TEST_CASE("the session and a refusal are not counted", "[flow]") {
  CHECK(at(ConfirmingSession{}).empty());
  CHECK(at(AwaitingSession{}).empty());
  CHECK(at(Refused{}).empty());
}

TEST_CASE("a failed question for the session counts no step", "[flow]") {
  State state;
  state.screen = Failed{{model::ErrorCode::timeout, {}, 0, "", ""}, 1, 0, {}};
  CHECK(at(state).empty());
}
