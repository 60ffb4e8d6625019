#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <utility>
#include <vector>

#include "paint/painter.hpp"
#include "paint/stage.hpp"
#include "support/easel.hpp"
#include "support/fake_glyphs.hpp"
#include "support/paint_samples.hpp"

using namespace ats;
using namespace ats::test;

namespace {

/// The highest letter of a region, by where the region lets things be seen.
float first_letter(const Drawing& drawing, float region_top) {
  float top = 1e6f;
  for (const Letter& letter : drawing.letters) {
    if (letter.clip.top == region_top) top = std::min(top, letter.box.top);
  }
  return top;
}

/// Whether something fades in under a pointer.
bool touched(const view::ViewModel& view, paint::FrameInput input, ImVec2 at) {
  FakeGlyphs glyphs;
  paint::Painter painter(glyphs);
  painter.show(view);
  (void)painter.frame(input);
  input.pointer_x = at.x;
  input.pointer_y = at.y;
  input.time += 1;
  return painter.frame(input);
}

}  // namespace

TEST_CASE("each region is seen in its own part of the card, whatever is scrolled") {
  Easel easel;
  for (const float scroll : {0.0f, 37.0f, 5000.0f}) {
    paint::FrameInput input = window_of(440, 560);
    input.scroll = scroll;
    const Drawing drawing = easel.draw(picker_screen(), input);
    const paint::Layout& layout = easel.layout();
    REQUIRE(layout.header > 0);
    int regions[3] = {};
    for (const Letter& letter : drawing.letters) {
      const Area& clip = letter.clip;
      const int region = clip.bottom <= layout.header ? 0 : clip.top >= 560 - layout.footer - 1 ? 2 : 1;
      ++regions[region];
      if (region == 1) CHECK(clip.equals({0, layout.header, 440, 560 - layout.footer}, 1));
    }
    for (const int letters : regions) CHECK(letters > 0);
  }
}

TEST_CASE("the content scrolls by whole px and stops at its end") {
  Easel easel;
  const view::ViewModel view = picker_screen();
  const auto top_at = [&](float scroll) {
    paint::FrameInput input = window_of(440, 560);
    input.scroll = scroll;
    const Drawing drawing = easel.draw(view, input);
    return first_letter(drawing, easel.layout().header);
  };
  const float still = top_at(0);
  CHECK(top_at(12.4f) == still - 12);
  CHECK(top_at(-20) == still);
  const paint::Layout& layout = easel.layout();
  const float most = layout.content - (560 - layout.header - layout.footer);
  REQUIRE(most > 10);
  const float end = top_at(most);
  CHECK(top_at(most + 500) == end);
}

TEST_CASE("the pointer touches only what is seen under it") {
  const view::ViewModel view = key_screen();
  paint::FrameInput input = window_of(440, 560);
  CHECK(touched(view, input, {418, 20}));
  CHECK_FALSE(touched(view, input, {-5, 20}));
  FakeGlyphs glyphs;
  paint::Painter painter(glyphs);
  painter.show(view);
  (void)painter.frame(input);
  const float footer = 560 - painter.layout().footer;
  // A field half under the footer, whose first 12 px are free.
  for (const PlacedRect& rect : placed_rects(painter.layout(), input)) {
    if (rect.id == "field:api_key") input.scroll = rect.area.centre().y - footer;
  }
  REQUIRE(input.scroll > 0);
  CHECK(touched(view, input, {200, footer - 3}));
  CHECK_FALSE(touched(view, input, {200, footer + 3}));
}

TEST_CASE("of two things that lie on each other the pointer touches the one drawn first") {
  paint::FrameInput input;
  input.pointer_x = 50.9f;
  input.pointer_y = 50;
  paint::Pointer pointer(input);
  CHECK_FALSE(pointer.over({60, 0, 90, 90}));
  CHECK_FALSE(pointer.over({0, 0, 50, 90}));
  CHECK(pointer.over({50, 50, 90, 90}));
  CHECK_FALSE(pointer.over({50, 50, 60, 60}));
}

TEST_CASE("the letters of a picture are made a few at a time ahead of it, and then it needs no more") {
  // Each weight, size and fraction of a pixel brings a stand-in of its own, for letters that it does not
  // have.
  constexpr int a_few = 12, at_most = a_few + 32;
  for (const auto& [height, ratio] : {std::pair{560.0f, 1.0f}, {560.0f, 2.0f}, {300.0f, 1.0f}}) {
    const paint::FrameInput input = window_of(440, height, 1, ratio);
    FakeGlyphs at_once, ahead;
    paint::Painter whole(at_once), pieces(ahead);
    const view::ViewModel screen = picker_screen();
    whole.show(screen);
    pieces.show(screen);
    (void)whole.frame(input);
    int before = 0, times = 0;
    while (pieces.prepare(input, a_few)) {
      CHECK(ahead.rastered - before <= at_most);
      before = ahead.rastered;
      REQUIRE(++times < at_once.rastered);
    }
    CHECK(times >= at_once.rastered / at_most);
    const int made = ahead.rastered;
    (void)pieces.frame(input);
    CHECK(ahead.rastered == made);
    CHECK(pieces.layout() == whole.layout());
  }
}
