#include <catch2/catch_test_macros.hpp>

#include "paint/theme.hpp"

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
    for (const bool more : {false, true}) check_theme({scheme, more, false, ""});
  }
}

TEST_CASE("an accent that a host chose never makes words unreadable") {
  for (const char* accent :
       {"#FFFF00", "#777777", "#00FF88", "#000000", "#FFFFFF", "#FF0000", "#1D4ED8", "#F59E0B"}) {
    INFO(accent);
    for (const Scheme scheme : {Scheme::light, Scheme::dark}) check_theme({scheme, false, false, accent});
  }
}

TEST_CASE("an accent that is no colour leaves the theme's own") {
  CHECK(make_theme({Scheme::light, false, false, "red"}).accent == make_theme({}).accent);
  CHECK(make_theme({Scheme::light, false, false, "#12345G"}).accent == make_theme({}).accent);
  CHECK_FALSE(make_theme({Scheme::light, false, false, "#123456"}).accent == make_theme({}).accent);
}
