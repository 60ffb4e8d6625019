#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "paint/painter.hpp"
#include "support/fake_glyphs.hpp"
#include "support/nodes.hpp"
#include "support/paint_samples.hpp"

using namespace ats;
using paint::FrameInput;
using paint::Layout;
using paint::Painter;
using paint::Rect;

namespace {

Layout layout_of(const view::ViewModel& view, const FrameInput& input) {
  FakeGlyphs glyphs;
  Painter painter(glyphs);
  painter.show(view);
  (void)painter.frame(input);
  return painter.layout();
}

const Rect* find(const std::vector<Rect>& rects, const std::string& id) {
  const auto found =
      std::find_if(rects.begin(), rects.end(), [&](const Rect& rect) { return rect.id == id; });
  return found == rects.end() ? nullptr : &*found;
}

FrameInput size(float width, float height, float pixel_ratio, float text_scale) {
  FrameInput input;
  input.width = width;
  input.height = height;
  input.pixel_ratio = pixel_ratio;
  input.text_scale = text_scale;
  return input;
}

std::vector<FrameInput> sizes() {
  return {size(440, 640, 1, 1), size(320, 640, 2, 1), size(320, 640, 1, 2), size(440, 400, 1.5f, 1),
          size(360, 800, 3, 1.3f)};
}

// Every part that can be pressed, but the button that lies in its field on purpose.
std::vector<Rect> pressable(const view::ViewModel& view, const Layout& layout, bool with_inner) {
  std::vector<Rect> all;
  for (const auto* rects : {&layout.header_rects, &layout.content_rects, &layout.footer_rects}) {
    for (const Rect& rect : *rects) {
      const auto node = std::find_if(view.nodes.begin(), view.nodes.end(),
                                     [&](const view::Node& n) { return n.id == rect.id; });
      const bool outside = rect.id == "back" || rect.id == "close" || rect.id == "primary" ||
                           rect.id == "help" || rect.id == "text_view" || rect.id.rfind("secondary:", 0) == 0;
      const bool control = node != view.nodes.end() && is_control(*node);
      if (!with_inner && control && is<view::Reveal>(*node)) continue;
      if (outside || control) all.push_back(rect);
    }
  }
  return all;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

}  // namespace

TEST_CASE("every node has a rectangle inside the card's width") {
  for (const view::ViewModel& view : all_sample_screens()) {
    for (const FrameInput& input : sizes()) {
      const Layout layout = layout_of(view, input);
      INFO(view.screen << " at " << input.width << "x" << input.height << " text " << input.text_scale);
      for (const view::Node& node : view.nodes) {
        const std::string id = is<view::List>(node) ? node.id + "/0" : node.id;
        INFO(id);
        REQUIRE(find(layout.content_rects, id) != nullptr);
      }
      for (const auto* rects : {&layout.header_rects, &layout.content_rects, &layout.footer_rects}) {
        for (const Rect& rect : *rects) {
          INFO(rect.id);
          CHECK(rect.x >= 0);
          CHECK(rect.x + rect.width <= input.width + 0.01f);
          CHECK(rect.width > 0);
          CHECK(rect.height > 0);
        }
      }
    }
  }
}

TEST_CASE("the rectangles that the bridge names are all there") {
  const Layout key = layout_of(key_screen(), sizes()[0]);
  for (const char* id : {"heading", "lead", "field:api_key", "field:api_key/label", "field:api_key/error",
                         "field:api_key/help", "field:subdomain/suffix", "guide:0/number",
                         "scope:r_jobs/help", "show:api_key", "suggest:subdomain"}) {
    INFO(id);
    CHECK(find(key.content_rects, id) != nullptr);
  }
  for (const char* id : {"back", "close", "progress", "tiles"}) CHECK(find(key.header_rects, id) != nullptr);
  for (const char* id : {"primary", "help", "text_view"}) CHECK(find(key.footer_rects, id) != nullptr);
  const Layout failed = layout_of(failed_screen(), sizes()[0]);
  CHECK(find(failed.content_rects, "mood") != nullptr);
  CHECK(find(failed.content_rects, "detail/label") != nullptr);
  CHECK(find(failed.footer_rects, "secondary:1") != nullptr);
  const Layout method = layout_of(method_screen(), sizes()[0]);
  CHECK(find(method.content_rects, "method:api_key/label") != nullptr);
  CHECK(find(method.content_rects, "method:api_key/help") != nullptr);
  const Layout checking = layout_of(checking_screen(view::Phase::waiting), sizes()[0]);
  CHECK(find(checking.content_rects, "status:jobs/label") != nullptr);
  CHECK(find(checking.content_rects, "status:jobs/help") != nullptr);
}

TEST_CASE("what can be pressed is at least 44 px high and never overlaps") {
  for (const view::ViewModel& view : all_sample_screens()) {
    for (const FrameInput& input : sizes()) {
      Layout layout = layout_of(view, input);
      INFO(view.screen << " at " << input.width << "x" << input.height << " text " << input.text_scale);
      for (const Rect& rect : pressable(view, layout, true)) {
        INFO(rect.id);
        CHECK(rect.height >= 44);
        CHECK(rect.width >= 44);
      }
      // Header and footer as if they lay around the content.
      for (Rect& rect : layout.header_rects) rect.y -= layout.header + 1;
      for (Rect& rect : layout.footer_rects) rect.y += layout.content + 1;
      const std::vector<Rect> all = pressable(view, layout, false);
      for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t k = i + 1; k < all.size(); ++k) {
          INFO(all[i].id << " and " << all[k].id);
          CHECK_FALSE(overlap(all[i], all[k]));
        }
      }
    }
  }
}

TEST_CASE("a field's own button lies inside its box") {
  const Layout layout = layout_of(key_screen(), sizes()[1]);
  const Rect& box = *find(layout.content_rects, "field:api_key");
  const Rect& button = *find(layout.content_rects, "show:api_key");
  CHECK(button.x > box.x);
  CHECK(button.x + button.width <= box.x + box.width);
  CHECK(button.y >= box.y);
  CHECK(button.y + button.height <= box.y + box.height);
}

TEST_CASE("nodes stand one under the other in their order") {
  for (const view::ViewModel& view : all_sample_screens()) {
    const Layout layout = layout_of(view, sizes()[2]);
    float below = find(layout.content_rects, "heading")->y;
    for (const view::Node& node : view.nodes) {
      if (is<view::Reveal>(node)) continue;
      const std::string id = is<view::List>(node) ? node.id + "/0" : node.id;
      INFO(view.screen << " " << id);
      const Rect* rect = find(layout.content_rects, id);
      REQUIRE(rect != nullptr);
      CHECK(rect->y > below);
      below = rect->y;
    }
  }
}

TEST_CASE("neither scrolling nor the pointer moves anything") {
  for (const view::ViewModel& view : all_sample_screens()) {
    FakeGlyphs glyphs;
    Painter painter(glyphs);
    painter.show(view);
    FrameInput input = size(320, 560, 1.25f, 1.1f);
    (void)painter.frame(input);
    const Layout still = painter.layout();
    for (int i = 0; i < 12; ++i) {
      input.scroll = static_cast<float>(i) * 7.3f;
      input.pointer_x = 40 + static_cast<float>(i) * 13;
      input.pointer_y = static_cast<float>(i) * 45;
      input.pointer_down = i % 2 == 0;
      input.time += 0.05;
      (void)painter.frame(input);
      CHECK(painter.layout() == still);
    }
  }
}

TEST_CASE("a low window puts header and footer into what scrolls") {
  const Layout layout = layout_of(key_screen(), size(440, 419, 1, 1));
  CHECK(layout.header == 0);
  CHECK(layout.footer == 0);
  CHECK(find(layout.content_rects, "close") != nullptr);
  CHECK(find(layout.content_rects, "primary") != nullptr);
  CHECK(layout_of(key_screen(), size(440, 640, 1, 1)).header > 0);
}
