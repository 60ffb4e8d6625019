#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "support/provider_file.hpp"
#include "view/drawing_sheet.hpp"

using namespace ats;
using model::Thing;
using view::Form;
using view::Shape;

namespace {

std::vector<Shape> of(const view::Picture& picture, Form form) {
  std::vector<Shape> found;
  std::copy_if(picture.shapes.begin(), picture.shapes.end(), std::back_inserter(found),
               [&](const Shape& shape) { return shape.form == form; });
  return found;
}

bool apart(const Shape& a, const Shape& b) {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

bool lies_on_others(const Shape& shape) {
  return shape.form == Form::window || shape.form == Form::bar || shape.form == Form::pointer;
}

}  // namespace

TEST_CASE("what is pressed one after the other stands in a row, with the pointer at the last") {
  const view::Picture menu = view::lay_out({{Thing::account, ""},
                                            {Thing::item, "Settings"},
                                            {Thing::item, "Integrations"},
                                            {Thing::item, "Apps"}});
  const std::vector<Shape> items = of(menu, Form::item);
  REQUIRE(items.size() == 3);
  CHECK(of(menu, Form::next).size() == 3);
  CHECK_FALSE(items[0].pressed);
  CHECK(items[2].pressed);
  const std::vector<Shape> pointers = of(menu, Form::pointer);
  REQUIRE(pointers.size() == 1);
  CHECK(pointers[0].x > items[2].x);
  CHECK(pointers[0].x < items[2].x + items[2].width);
  CHECK(menu.shapes.back().form == Form::pointer);
}

TEST_CASE("each button is pointed at, and a heading begins a row") {
  const view::Picture form = view::lay_out({{Thing::button, "New"},
                                            {Thing::title, "API type"},
                                            {Thing::value, "Harvest"},
                                            {Thing::button, "Save"}});
  CHECK(of(form, Form::pointer).size() == 2);
  CHECK(of(form, Form::words)[0].y > of(form, Form::button)[0].y);
  CHECK(of(form, Form::value)[0].y == of(form, Form::words)[0].y);
}

TEST_CASE("an address alone is a window without anything below its bar") {
  const view::Picture alone = view::lay_out({{Thing::address, "acme.workable.com"}});
  CHECK(of(alone, Form::bar)[0].height == alone.height);
  CHECK(of(alone, Form::value)[0].label == "acme.workable.com");
}

TEST_CASE("words that are too long for the drawing are cut off, between letters") {
  const std::string name(60, 'W'), letters = "株式会社タレントハーフェン人材開発部門統括本部";
  for (const std::string& text : {name, letters}) {
    const Shape value = of(view::lay_out({{Thing::value, text}}), Form::value)[0];
    CHECK(value.width <= 288);
    CHECK(value.label.ends_with("…"));
    CHECK(text.starts_with(value.label.substr(0, value.label.size() - 3)));
  }
}

TEST_CASE("in every drawing of the provider files nothing leaves the window or lies on another") {
  int count = 0;
  for (const char* id : {"workable", "ashby", "bamboohr", "greenhouse", "lever", "teamtailor"}) {
    for (const model::GuideStep& step : test::provider_file(id).guide) {
      CAPTURE(id, step.text);
      REQUIRE_FALSE(step.picture.empty());
      const view::Picture picture = view::lay_out(step.picture);
      CHECK(picture.height <= 160);
      for (const Shape& a : picture.shapes) {
        CAPTURE(a.label, a.x, a.y, a.width, a.height);
        CHECK((a.x >= 0 && a.y >= 0 && a.x + a.width <= picture.width && a.y + a.height <= picture.height));
        CHECK_FALSE(a.label.ends_with("…"));
        for (const Shape& b : picture.shapes)
          CHECK((&a == &b || lies_on_others(a) || lies_on_others(b) || a.y < 36 || apart(a, b)));
      }
      ++count;
    }
  }
  CHECK(count >= 29);
}
