#include <catch2/catch_test_macros.hpp>

#include "flow/turn/progress.hpp"
#include "support/real_boot.hpp"
#include "support/sample_states.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

namespace {

Progress at(const State& state) { return progress_of(real_boot().setup, state); }

Progress at(Screen screen, const std::string& provider = "workable", bool fixed = false) {
  State state = on_screen(std::move(screen), provider);
  if (fixed) state.config.provider = provider;
  return at(state);
}

}  // namespace

TEST_CASE("Workable has seven steps, and the end counts as the last", "[flow]") {
  CHECK(at(ChoosingProvider{}) == Progress{1, 7});
  CHECK(at(ChoosingMethod{}) == Progress{2, 7});
  CHECK(at(ConfirmingAdmin{}) == Progress{3, 7});
  CHECK(at(ReviewingPermissions{}) == Progress{4, 7});
  CHECK(at(EnteringDetails{}) == Progress{5, 7});
  CHECK(at(EnteringKey{}) == Progress{6, 7});
  CHECK(at(Verifying{}) == Progress{7, 7});
  CHECK(at(HandingOver{}) == Progress{7, 7});
  CHECK(at(Failed{}) == Progress{7, 7});
  CHECK(at(Connected{}) == Progress{7, 7});
}

TEST_CASE("an invitation counts as the step it was asked from", "[flow]") {
  CHECK(at(Inviting{Step::admin, false, false}) == Progress{3, 7});
  CHECK(at(Inviting{Step::method, false, false}) == Progress{2, 7});
  CHECK(at(AwaitingProvider{Step::invite, Step::method, Wait::slow}) == Progress{2, 7});
  CHECK(at(AwaitingProvider{Step::invite, std::nullopt, Wait::slow}) == Progress{3, 7});
}

TEST_CASE("skipped screens do not count", "[flow]") {
  CHECK(at(EnteringKey{}, "ashby") == Progress{5, 6});
  CHECK(at(ChoosingMethod{}, "workable", true) == Progress{1, 6});
  CHECK(at(Verifying{}, "ashby", true) == Progress{5, 5});
}

TEST_CASE("seven steps are assumed before an ATS is chosen", "[flow]") {
  CHECK(at(ChoosingProvider{}, "") == Progress{1, 7});
}

TEST_CASE("the session and a refusal are not counted", "[flow]") {
  CHECK(at(ConfirmingSession{}) == Progress{});
  CHECK(at(AwaitingSession{}) == Progress{});
  CHECK(at(Refused{}) == Progress{});
}

TEST_CASE("a failed question for the session counts no step", "[flow]") {
  State state;
  state.screen = Failed{{model::ErrorCode::timeout, {}, 0, "", ""}, 1, 0, {}};
  CHECK(at(state) == Progress{});
}
