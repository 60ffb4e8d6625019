#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <vector>

#include "support/drawn_parts.hpp"
#include "support/gallery.hpp"
#include "support/nodes.hpp"
#include "support/palettes.hpp"
#include "support/sample.hpp"

using namespace ats;
using namespace ats::test;

namespace {

/// What surrounds a control belongs to it as well: a focus shines there.
constexpr float around = 6;

struct Control {
  std::string id;
  std::string kind;  // Those of one kind are drawn alike.
};

/// Everything of a screen that can be pressed or typed into, and is not off.
std::vector<Control> controls_of(const view::ViewModel& view) {
  std::vector<Control> all{{"close", "close"}, {"help", "help"}, {"text_view", "text_view"}};
  if (view.can_go_back) all.push_back({"back", "back"});
  if (view.primary && !view.primary->disabled) all.push_back({"primary", "primary"});
  for (std::size_t i = 0; i < view.secondary.size(); ++i) {
    if (!view.secondary[i].disabled) all.push_back({"secondary:" + std::to_string(i), "secondary"});
  }
  for (const view::Node& node : view.nodes) {
    if (!is_control(node)) continue;
    std::string kind = std::to_string(node.kind.index());
    const auto note = [&](bool said, const char* what) { kind += said ? what : ""; };
    if (const auto* field = as<view::Field>(node)) {
      kind += std::to_string(static_cast<int>(field->input));
      note(field->readonly, " readonly");
      note(!field->error.empty(), " wrong");
      note(!field->suffix.empty(), " suffix");
      note(!field->help.empty(), " help");
    }
    if (const auto* choice = as<view::Choice>(node)) {
      note(choice->recommended, " recommended");
      note(!choice->chip.empty(), " chip");
      note(!choice->help.empty(), " help");
    }
    if (const auto* snippet = as<view::Snippet>(node)) note(snippet->copied, " copied");
    if (is<view::Button>(node)) note(!node.owner.empty(), " owned");
    if (const auto* reveal = as<view::Reveal>(node)) note(reveal->shown, " shown");
    all.push_back({node.id, kind});
  }
  return all;
}

/// What one appearance makes of a control that is focused, pointed at or held down.
class Toucher {
 public:
  explicit Toucher(const paint::Appearance& look) : look_(look) {}

  /// Two of each kind of control that no screen before has had.
  void look_at(const view::ViewModel& view) {
    paint::FrameInput input = window_of(440, 1800);
    easel_.lay_out(view, input);
    const std::vector<PlacedRect> rects = placed_rects(easel_.layout(), input);
    for (const Control& control : controls_of(view)) {
      const Area* area = area_of(rects, control.id);
      if (area == nullptr || ++seen_[control.kind] > 2) continue;
      paint::FrameInput focused = input;
      focused.focused = control.id;
      judge(view, focused, *area, control.id + " focused");
      paint::FrameInput pointed = input;
      pointed.pointer_x = area->centre().x;
      pointed.pointer_y = area->centre().y;
      judge(view, pointed, *area, control.id + " pointed at");
      pointed.pointer_down = true;
      judge(view, pointed, *area, control.id + " held down");
    }
  }

  [[nodiscard]] const std::string& pale() const { return pale_; }
  [[nodiscard]] int letters() const { return letters_; }
  [[nodiscard]] std::size_t kinds() const { return seen_.size(); }

 private:
  void judge(const view::ViewModel& view, const paint::FrameInput& input, const Area& area,
             const std::string& what) {
    const Drawing drawing = easel_.draw(view, input, look_);
    const Area near = area.grown(around);
    float least = 99;
    for (const Letter& letter : drawing.letters) {
      if (!near.holds(letter.box.centre())) continue;
      ++letters_;
      least = std::min(least, contrast_of(letter, drawing));
    }
    if (least < (look_.more_contrast ? 7.0f : 4.5f) - 0.02f)  // Colours are rounded to bytes.
      pale_ += view.screen + ", " + what + ": " + std::to_string(least) + "\n";
  }

  paint::Appearance look_;
  Easel easel_;
  std::map<std::string, int> seen_;
  std::string pale_;
  int letters_ = 0;
};

}  // namespace

TEST_CASE("C3 C8 text stays readable under the focus, the pointer and a press, with any theme") {
  const std::vector<paint::Appearance> looks = generated_looks();
  // The defaults, and of the rest, which takes minutes, some of each column.
  const std::size_t step = deep() ? 3 : 23;
  for (std::size_t i = 0; i < looks.size(); i += i < 4 ? 1 : step) {
    CAPTURE(looks[i].palette, looks[i].more_contrast);
    Toucher toucher(looks[i]);
    for (const std::string& name : gallery_names()) toucher.look_at(gallery_view(name, "en"));
    CHECK(toucher.pale() == "");
    CHECK(toucher.kinds() > 15);
    CHECK(toucher.letters() > 500);
  }
}
