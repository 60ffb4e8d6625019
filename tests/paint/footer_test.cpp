#include "paint/footer.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "paint/color.hpp"
#include "support/easel.hpp"
#include "support/gallery.hpp"

using namespace ats;
using namespace ats::test;

TEST_CASE("a button that is off is painted on another ground than one that can be pressed") {
  for (const paint::Scheme scheme : {paint::Scheme::light, paint::Scheme::dark}) {
    Easel easel;
    paint::Appearance look;
    look.scheme = scheme;
    const auto ground = [&](bool disabled) {
      view::ViewModel view = gallery_view("subdomain", "en");
      REQUIRE(view.primary);
      view.primary->disabled = disabled;
      const paint::FrameInput input = window_of(440, 720);
      const Drawing drawing = easel.draw(view, input, look);
      const std::vector<PlacedRect> rects = placed_rects(easel.layout(), input);
      const Area* area = area_of(rects, "primary");
      REQUIRE(area != nullptr);
      return drawing.color_at({area->left + 4, area->centre().y});
    };
    const paint::Theme theme = paint::make_theme(look);
    // Up to the rounding to bytes.
    CHECK(paint::contrast(ground(false), theme.accent) < 1.03f);
    CHECK(paint::contrast(ground(true), theme.disabled) < 1.03f);
    CHECK(paint::contrast(theme.accent, theme.disabled) > 1.5f);
  }
}
