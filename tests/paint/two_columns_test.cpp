#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/gallery.hpp"
#include "support/misplaced_rects.hpp"
#include "support/painted_texts.hpp"
#include "support/sample.hpp"

using namespace ats;
using namespace ats::test;

namespace {

const paint::Rect* rect_of(const std::vector<paint::Rect>& rects, const std::string& id) {
  const auto found =
      std::find_if(rects.begin(), rects.end(), [&](const auto& rect) { return rect.id == id; });
  return found == rects.end() ? nullptr : &*found;
}

/// Those that have a guide and a field.
std::vector<std::string> key_states() {
  std::vector<std::string> names;
  for (const std::string& name : gallery_names()) {
    if (!gallery_view(name, "en").second_column.empty()) names.push_back(name);
  }
  return names;
}

/// Whether the field begins right of where the guide ends.
bool is_beside(const view::ViewModel& view, const paint::Layout& layout) {
  const paint::Rect* step = rect_of(layout.content_rects, "guide:0");
  const paint::Rect* field = rect_of(layout.content_rects, view.second_column);
  REQUIRE(step != nullptr);
  REQUIRE(field != nullptr);
  return field->x >= step->x + step->width + 24;
}

}  // namespace

TEST_CASE("guide and field stand side by side from 840 px on, and at larger text from as much more") {
  Easel easel;
  const view::ViewModel& view = gallery_view("api_key", "en");
  for (const float scale : {1.0f, 1.5f, 2.0f}) {
    const float wide = 840 * scale;
    const paint::Layout& before = easel.lay_out(view, window_of(wide - 1, 720, scale));
    CHECK_FALSE(is_beside(view, before));
    CHECK(rect_of(before.footer_rects, "jump") != nullptr);
    const paint::Layout& after = easel.lay_out(view, window_of(wide, 720, scale));
    CHECK(is_beside(view, after));
    CHECK(rect_of(after.footer_rects, "jump") == nullptr);
    CHECK(rect_of(after.content_rects, "jump") == nullptr);
  }
}

TEST_CASE("where nothing is fixed, what leads to the field stands before the guide") {
  Easel easel;
  const view::ViewModel& view = gallery_view("api_key", "en");
  const paint::Layout& layout = easel.lay_out(view, window_of(320, 200));
  REQUIRE(layout.header == 0);
  const paint::Rect* jump = rect_of(layout.content_rects, "jump");
  REQUIRE(jump != nullptr);
  CHECK(jump->y + jump->height <= rect_of(layout.content_rects, "guide:0")->y);
  CHECK(misplaced_rects(view, layout).empty());
}

TEST_CASE("what leads to the field moves once, however high the window is") {
  const view::ViewModel& view = gallery_view("api_key", "en");
  for (float height = 360; height <= 520; height += 4) {
    CAPTURE(height);
    Easel easel;
    const paint::Layout once = easel.lay_out(view, window_of(360, height));
    CHECK(easel.lay_out(view, window_of(360, height)) == once);
    CHECK(misplaced_rects(view, once) == std::vector<std::string>{});
  }
}

TEST_CASE("two columns hold every state and language: nothing overlaps, leaves the card or is cut off") {
  RandomNumbers random("two columns");
  const std::vector<std::string>& languages = painted_languages();
  CHECK(key_states().size() >= 5);
  for (const float scale : {1.0f, 1.5f}) {
    Easel easel;
    for (const std::string& name : key_states()) {
      const std::vector<std::string> shown =
          deep() || scale == 1 ? languages
                               : std::vector<std::string>{languages[random.below(languages.size())]};
      for (const std::string& language : shown) {
        const view::ViewModel& view = gallery_view(name, language);
        for (const float width : {840.0f, 1200.0f}) {
          INFO(name << " in " << language << ", text " << scale << ", " << width << " px wide");
          const paint::FrameInput input = window_of(width * scale, 4000, scale);
          const Drawing drawing = easel.draw(view, input);
          CHECK(is_beside(view, easel.layout()));
          CHECK(misplaced_rects(view, easel.layout()) == std::vector<std::string>{});
          CHECK(misplaced_letters(view, drawing, placed_rects(easel.layout(), input), scale) ==
                std::vector<std::string>{});
          CHECK(misplaced_rects(view, easel.lay_out(view, window_of(width * scale, 300, scale))) ==
                std::vector<std::string>{});
        }
      }
    }
  }
}

TEST_CASE("every step and the field are seen at once in the dialog of a usual window") {
  Easel easel;
  const view::ViewModel& view = gallery_view("api_key", "en");
  const paint::Layout& layout = easel.lay_out(view, window_of(840, 768));
  CHECK(layout.header + layout.content + layout.footer <= 768);
}
