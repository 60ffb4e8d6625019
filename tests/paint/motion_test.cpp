#include <catch2/catch_test_macros.hpp>

#include "imgui.h"
#include "paint/painter.hpp"
#include "support/fake_glyphs.hpp"
#include "support/paint_samples.hpp"

using namespace ats;
using paint::FrameInput;
using paint::Painter;

namespace {

// Frames until nothing moves, at 60 a second; gives up after `most`.
int frames_until_still(Painter& painter, FrameInput& input, int most) {
  for (int frame = 1; frame <= most; ++frame) {
    const bool moving = painter.frame(input);
    input.time += 1.0 / 60.0;
    if (!moving) return frame;
  }
  return most + 1;
}

}  // namespace

TEST_CASE("a screen on which nothing moves asks for no second frame") {
  for (const view::ViewModel& view : {picker_screen(), method_screen(), key_screen(),
                                      checking_screen(view::Phase::waiting), failed_screen()}) {
    INFO(view.screen);
    FakeGlyphs glyphs;
    Painter painter(glyphs);
    painter.set_appearance({paint::Scheme::light, false, true, "", 10, false});
    painter.show(view);
    FrameInput input;
    CHECK_FALSE(painter.frame(input));
    input.time += 10;
    CHECK_FALSE(painter.frame(input));
  }
}

TEST_CASE("hovering fades for at most 200 ms and then rests") {
  FakeGlyphs glyphs;
  Painter painter(glyphs);
  const view::ViewModel view = method_screen();
  painter.show(view);
  FrameInput input;
  (void)frames_until_still(painter, input, 30);
  for (const paint::Rect& rect : painter.layout().content_rects) {
    if (rect.id != "method:invite") continue;
    input.pointer_x = rect.x + rect.width / 2;
    input.pointer_y = painter.layout().header + rect.y + rect.height / 2;
  }
  input.time += 60;  // After a long pause it still fades.
  CHECK(painter.frame(input));
  CHECK(frames_until_still(painter, input, 30) <= 12);
  input.pointer_x = input.pointer_y = -1;
  CHECK(painter.frame(input));
  CHECK(frames_until_still(painter, input, 30) <= 12);
}

TEST_CASE("only a check that runs keeps turning, and not with reduced motion") {
  for (const bool reduced : {false, true}) {
    FakeGlyphs glyphs;
    Painter painter(glyphs);
    painter.set_appearance({paint::Scheme::dark, false, reduced, "", 10, false});
    const view::ViewModel view = checking_screen(view::Phase::checking);
    painter.show(view);
    FrameInput input;
    CHECK((frames_until_still(painter, input, 60) > 60) == !reduced);
  }
}

TEST_CASE("the check of success draws itself once, and not with reduced motion") {
  for (const bool reduced : {false, true}) {
    FakeGlyphs glyphs;
    Painter painter(glyphs);
    painter.set_appearance({paint::Scheme::light, false, reduced, "", 10, false});
    FrameInput input;
    input.time = 5;
    const view::ViewModel once = success_screen();
    painter.show(once);
    CHECK(painter.frame(input) == !reduced);
    input.time = 5.3;
    CHECK_FALSE(painter.frame(input));
    const view::ViewModel again = success_screen();
    painter.show(again);
    CHECK_FALSE(painter.frame(input));
  }
}

TEST_CASE("a frame that repeats the last one rasterises no glyph again") {
  FakeGlyphs glyphs;
  Painter painter(glyphs);
  const view::ViewModel view = key_screen();
  painter.show(view);
  FrameInput input;
  (void)painter.frame(input);
  const int before = glyphs.rastered;
  CHECK(before > 0);
  (void)painter.frame(input);
  CHECK(glyphs.rastered == before);
  painter.drop_glyphs();
  (void)painter.frame(input);
  CHECK(glyphs.rastered > before);
}

TEST_CASE("a frame has something to draw, and every triangle is inside the buffers") {
  FakeGlyphs glyphs;
  Painter painter(glyphs);
  const view::ViewModel view = picker_screen();
  painter.show(view);
  (void)painter.frame({});
  const ImDrawData& data = painter.drawing();
  CHECK(data.TotalVtxCount > 100);
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawIdx index : list->IdxBuffer) REQUIRE(index < list->VtxBuffer.Size);
  }
}
