#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "paint/theme.hpp"
#include "support/palettes.hpp"

using namespace ats::paint;

namespace {

void check_theme(const Appearance& appearance) {
  const Theme theme = make_theme(appearance);
  const float text = appearance.more_contrast ? 7.0f : 4.5f;
  const float tolerance = 0.01f;
  for (const Color& ground : {theme.page, theme.raised}) {
    CHECK(contrast(theme.text, ground) >= text - tolerance);
    CHECK(contrast(theme.muted, ground) >= text - tolerance);
    CHECK(contrast(theme.border, ground) >= 3.0f);
    CHECK(contrast(theme.link.ink, ground) >= 3.0f);  // The focus, a field that has it, steps that were made.
  }
  CHECK(contrast(theme.text, theme.pressed) >= text - tolerance);
  CHECK(contrast(theme.muted, theme.pressed) >= 4.5f);
  CHECK(contrast(theme.on_disabled, theme.disabled) >= 4.5f);
  for (const Color& ground : {theme.accent, theme.accent_hover, theme.accent_pressed}) {
    CHECK(contrast(theme.on_accent, ground) >= text - tolerance);
  }
  for (const Tone& tone : {theme.link, theme.danger, theme.success, theme.warning, theme.info}) {
    CHECK(contrast(tone.ink, theme.page) >= text - tolerance);
    CHECK(contrast(tone.ink_on_soft, tone.soft) >= text - tolerance);
    CHECK(contrast(theme.text, tone.soft) >= text - tolerance);
  }
}

}  // namespace

TEST_CASE("every pair of colours can be told apart, light and dark, with and without more contrast") {
  for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
    for (const bool more : {false, true}) check_theme({scheme, more, false, "", 10, false});
  }
}

TEST_CASE("whatever a host gives of surface, text and accent, every pair of colours has its ratio") {
  const std::vector<Appearance> looks = ats::test::generated_looks();
  CHECK(looks.size() > 200);
  for (const Appearance& look : looks) {
    CAPTURE(look.palette, look.more_contrast);
    check_theme(look);
  }
}

TEST_CASE("a colour that is none leaves the theme's own, and so does a palette that is cut") {
  Appearance look;
  look.palette = std::string(7 * 7, ' ') + "#12345G";
  CHECK(make_theme(look).accent == make_theme({}).accent);
  look.palette = std::string(7 * 7, ' ') + "#1234";
  CHECK(make_theme(look).accent == make_theme({}).accent);
  look.palette = std::string(7 * 7, ' ') + "#123456";
  CHECK(make_theme(look).accent == rgb(0x123456));
  CHECK(make_theme(look).page == make_theme({}).page);
}
