#include <catch2/catch_test_macros.hpp>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

TEST_CASE("a screen says which of how many steps it is") {
  const view::ViewModel view = see(on_screen(EnteringDetails{}));
  CHECK(view.step == 5);
  CHECK(view.steps == 7);
  CHECK(view.progress == "Step 5 of 7");
}

TEST_CASE("what is no step says none, and what lies over a screen neither") {
  State helped = on_screen(EnteringKey{});
  helped.overlay = ShowingHelp{};
  for (const State& state : {helped, on_screen(Refused{}), on_screen(ConfirmingSession{})}) {
    CHECK(see(state).steps == 0);
    CHECK(see(state).progress.empty());
  }
}
