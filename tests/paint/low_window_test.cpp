#include <catch2/catch_test_macros.hpp>
#include <sstream>
#include <string>

#include "paint/spacing.hpp"
#include "support/easel.hpp"
#include "support/gallery.hpp"
#include "support/provider_file.hpp"

using namespace ats;
using namespace ats::test;

TEST_CASE("a window is too low for fixed bars by the rule that the Text view has as well") {
  // tests/web/link/placement.test.ts reads the same rows.
  std::istringstream rows(file_text("tests/fixtures/low_windows.txt"));
  std::string why;
  std::getline(rows, why);
  int judged = 0;
  float height = 0, bars = 0;
  for (bool low = false; rows >> height >> bars >> low && std::getline(rows, why); ++judged) {
    INFO(height << " px high, bars of " << bars << " px:" << why);
    CHECK(paint::is_low(height, bars) == low);
  }
  CHECK(judged > 5);
}

TEST_CASE("between fixed bars there is always room to see the content of a state") {
  Easel easel;
  int fixed = 0;
  for (const std::string& name : gallery_names()) {
    for (const float height : {256.0f, 419.0f, 430.0f, 470.0f, 520.0f, 640.0f}) {
      INFO(name << " at " << height);
      const paint::Layout& layout = easel.lay_out(gallery_view(name, "en"), window_of(440, height));
      const float bars = layout.header + layout.footer;
      CHECK((bars == 0 || !paint::is_low(height, bars)));
      fixed += bars > 0 ? 1 : 0;
    }
  }
  CHECK(fixed > 50);
}
