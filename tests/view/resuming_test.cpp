#include <catch2/catch_test_macros.hpp>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

TEST_CASE("where something was kept the screen says so first, with the way to start over") {
  for (const Screen& screen : std::vector<Screen>{ChoosingMethod{}, ReviewingPermissions{}, EnteringKey{}}) {
    State state = on_screen(screen, "workable");
    CHECK(!has_node(see(state), "resumed"));
    state.resumed = true;
    const view::ViewModel view = see(state);
    REQUIRE(view.nodes.size() > 2);
    CHECK(view.nodes[0].id == "resumed");
    CHECK(view.nodes[0].label == "Your earlier choices are still here, but no API key.");
    CHECK(view.nodes[1].id == "start_over");
    CHECK(view.nodes[1].label == "Start over");
    CHECK(view.nodes[1].owner == "resumed");
    CHECK(act(state, "start_over") == Event{StartOverPressed{}});
    REQUIRE(view.announce);
  }
}

TEST_CASE("a screen that only waits does not say what was kept, nor does what lies over one") {
  State state = on_screen(AwaitingProvider{Step::permissions, std::nullopt, Wait::slow}, "workable");
  state.resumed = true;
  CHECK(!has_node(see(state), "resumed"));
  state = on_screen(ReviewingPermissions{}, "workable");
  state.resumed = true;
  state.overlay = ShowingHelp{};
  CHECK(!has_node(see(state), "resumed"));
}
