#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "paint/spacing.hpp"
#include "support/easel.hpp"
#include "support/gallery.hpp"
#include "support/provider_file.hpp"

using namespace ats;
using namespace ats::test;

TEST_CASE("a window is too low for fixed bars by the rule that the Text view has as well") {
  // tests/web/link/low.test.ts reads the same rows.
  const nlohmann::json rows = nlohmann::json::parse(file_text("tests/fixtures/low_windows.json"));
  REQUIRE(rows.size() > 5);
  for (const nlohmann::json& row : rows) {
    INFO(row.dump());
    CHECK(paint::is_low(row.at("height").get<float>(), row.at("bars").get<float>()) == row.at("low"));
  }
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
