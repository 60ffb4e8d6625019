#include "paint/layout_text.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/bridge_judge.hpp"

using namespace ats;

TEST_CASE("a layout is written as it is described") {
  const paint::Layout layout{440,
                             60,
                             500.5f,
                             80,
                             {{"back", 0, 0, 44, 44}},
                             {{"heading", 24, 16, 392, 28}},
                             {{"help", 24, 0, 60, 44}}};
  test::BridgeJudge judge;
  judge.look_at_text("Layout", paint::write_layout(layout), "layout");
  check_bridge(judge, {"Layout", "Rect", "Region"});
}
