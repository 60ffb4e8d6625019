#include <catch2/catch_test_macros.hpp>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

namespace {

std::string progress(Screen screen, const std::string& provider = "workable", bool fixed = false) {
  State state = on_screen(std::move(screen), provider);
  if (fixed) state.config.provider = provider;
  return see(state).progress;
}

}  // namespace

TEST_CASE("Workable has seven steps, and the end counts as the last") {
  CHECK(progress(ChoosingProvider{}) == "Step 1 of 7");
  CHECK(progress(ChoosingMethod{}) == "Step 2 of 7");
  CHECK(progress(ConfirmingAdmin{}) == "Step 3 of 7");
  CHECK(progress(ReviewingPermissions{}) == "Step 4 of 7");
  CHECK(progress(EnteringDetails{}) == "Step 5 of 7");
  CHECK(progress(EnteringKey{}) == "Step 6 of 7");
  CHECK(progress(Verifying{}) == "Step 7 of 7");
  CHECK(progress(HandingOver{}) == "Step 7 of 7");
  CHECK(progress(Failed{}) == "Step 7 of 7");
  CHECK(progress(Connected{}) == "Step 7 of 7");
}

TEST_CASE("an invitation counts as the step it was asked from") {
  CHECK(progress(Inviting{Step::admin, false, false}) == "Step 3 of 7");
  CHECK(progress(Inviting{Step::method, false, false}) == "Step 2 of 7");
  CHECK(progress(AwaitingProvider{Step::invite, Step::method, Wait::slow}) == "Step 2 of 7");
  CHECK(progress(AwaitingProvider{Step::invite, std::nullopt, Wait::slow}) == "Step 3 of 7");
}

TEST_CASE("skipped screens do not count") {
  CHECK(progress(EnteringKey{}, "ashby") == "Step 5 of 6");
  CHECK(progress(ChoosingMethod{}, "workable", true) == "Step 1 of 6");
  CHECK(progress(Verifying{}, "ashby", true) == "Step 5 of 5");
}

TEST_CASE("seven steps are assumed before an ATS is chosen") {
  CHECK(progress(ChoosingProvider{}, "") == "Step 1 of 7");
}

TEST_CASE("the session, a refusal and what lies over a screen are not counted") {
  CHECK(progress(ConfirmingSession{}).empty());
  CHECK(progress(AwaitingSession{}).empty());
  CHECK(progress(Refused{}).empty());
  State helped = on_screen(EnteringKey{});
  helped.overlay = ShowingHelp{};
  CHECK(see(helped).steps == 0);
  CHECK(see(helped).progress.empty());
}

TEST_CASE("a failed question for the session counts no step") {
  State state;
  state.screen = Failed{{model::ErrorCode::timeout, {}, 0, "", ""}, 1, 0, {}};
  CHECK(see(state).progress.empty());
  CHECK(see(state).steps == 0);
}
