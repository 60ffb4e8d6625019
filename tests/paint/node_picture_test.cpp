#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

#include "support/drawn_parts.hpp"
#include "support/easel.hpp"
#include "support/painted_texts.hpp"
#include "support/palettes.hpp"

using namespace ats;
using namespace ats::test;

namespace {

using view::Form;

/// A screen with one drawing, of every form that there is.
view::ViewModel drawn_screen() {
  view::ViewModel view;
  view.heading = "Enter your API key";
  view::Picture picture{288, 144, {}};
  picture.shapes = {{Form::window, 0, 0, 288, 144},
                    {Form::bar, 0, 0, 288, 36},
                    {Form::value, 60, 6, 216, 24, "acme.workable.com"},
                    {Form::round, 12, 48, 24, 24, "", true},
                    {Form::next, 44, 48, 12, 24},
                    {Form::item, 64, 48, 70, 24, "Settings"},
                    {Form::item, 142, 48, 70, 24, "Apps", true},
                    {Form::words, 12, 80, 60, 24, "Name"},
                    {Form::tick, 80, 80, 70, 24, "r_jobs"},
                    {Form::button, 160, 80, 56, 24, "Save"},
                    {Form::button, 224, 80, 52, 24, "New", true},
                    {Form::secret, 12, 112, 96, 24},
                    {Form::pointer, 269, 94, 12, 17}};
  view.nodes.push_back({"picture:0", "A drawing", picture});
  return view;
}

bool meet(const Area& a, const Area& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

const std::vector<paint::FrameInput>& drawing_windows() {
  static const std::vector<paint::FrameInput> all{window_of(440, 900), window_of(320, 900),
                                                  window_of(280, 900, 1, 2), window_of(440, 900, 2),
                                                  window_of(700, 900, 1.5f, 1.5f)};
  return all;
}

}  // namespace

TEST_CASE("a drawing stays in its rectangle, and its words in theirs, at every size") {
  const view::ViewModel view = drawn_screen();
  Easel easel;
  for (const paint::FrameInput& input : drawing_windows()) {
    CAPTURE(input.width, input.text_scale);
    const Drawing drawing = easel.draw(view, input);
    const std::vector<PlacedRect> rects = placed_rects(easel.layout(), input);
    const Area* home = area_of(rects, "picture:0");
    REQUIRE(home != nullptr);
    CHECK((home->left >= 0 && home->right <= input.width));
    CHECK(home->width() / home->height() == Catch::Approx(2.0).margin(0.02));
    CHECK(misplaced_letters(view, drawing, rects, input.text_scale).empty());
    for (const Shape& shape : drawing.shapes) {
      CAPTURE(shape.box.left, shape.box.top, shape.box.right, shape.box.bottom);
      const bool lies_under = shape.box.holds(*home, 0);
      CHECK((lies_under || !meet(shape.box, *home) || home->grown(1).holds(shape.box, 0)));
    }
  }
}

TEST_CASE("a drawing is as large as the text, as far as there is room") {
  const view::ViewModel view = drawn_screen();
  Easel easel;
  const auto width = [&](const paint::FrameInput& input) {
    (void)easel.lay_out(view, input);
    return area_of(placed_rects(easel.layout(), input), "picture:0")->width();
  };
  CHECK(width(window_of(440, 900)) == 288);
  CHECK(width(window_of(700, 900, 1.5f)) == 432);
  CHECK(width(window_of(440, 900, 2)) == 392);
  CHECK(width(window_of(280, 900)) == 248);
}

TEST_CASE("words of a drawing have 4.5:1 and its shapes 3:1, in every appearance and in a host's themes") {
  const view::ViewModel view = drawn_screen();
  const paint::FrameInput input = window_of(440, 900);
  Easel easel;
  std::vector<paint::Appearance> looks = generated_looks();
  for (const paint::Scheme scheme : {paint::Scheme::light, paint::Scheme::dark}) {
    for (const bool more : {false, true}) {
      looks.emplace_back();
      looks.back().scheme = scheme;
      looks.back().more_contrast = more;
    }
  }
  for (const paint::Appearance& look : looks) {
    const Drawing drawing = easel.draw(view, input, look);
    const std::vector<PlacedRect> rects = placed_rects(easel.layout(), input);
    CAPTURE(look.scheme == paint::Scheme::dark, look.more_contrast, look.palette);
    int parts = 0;
    for (const DrawnPart& part : drawn_parts(view, rects)) {
      if (part.what.find("picture:0") == std::string::npos) continue;
      CAPTURE(part.what);
      CHECK(contrast_of(part, drawing) >= 2.98f);
      ++parts;
    }
    CHECK(parts == 12);
    for (const Letter& letter : drawing.letters)
      CHECK(contrast_of(letter, drawing) >= (look.more_contrast ? 6.98f : 4.48f));
  }
}
