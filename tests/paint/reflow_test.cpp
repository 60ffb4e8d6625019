#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <vector>

#include "support/gallery.hpp"
#include "support/misplaced_rects.hpp"
#include "support/painted_texts.hpp"
#include "support/sample.hpp"

using namespace ats;
using namespace ats::test;

namespace {

/// One size of text on one kind of display: glyphs are made once for all its windows.
struct Display {
  float text_scale, pixel_ratio;
};
const std::vector<Display>& displays() {
  static const std::vector<Display> all = [] {
    std::vector<Display> made;
    for (const float text_scale : {1.0f, 1.5f, 2.0f}) {
      for (const float pixel_ratio : {1.0f, 1.25f, 1.5f, 2.0f, 3.0f, 4.0f})
        made.push_back({text_scale, pixel_ratio});
    }
    return made;
  }();
  return all;
}

/// Windows of WCAG 1.4.10, of telephones either way, and of the dialog.
struct Window {
  float width, height;
};
constexpr Window windows[] = {{320, 256}, {320, 640}, {360, 800}, {800, 360}, {440, 640}};
/// High enough to show everything at the largest text: only there can every letter be counted.
constexpr float whole = 9000;

/// What does not fit, in a few words each.
class Fitting {
 public:
  explicit Fitting(const Display& display) : display_(display) {}

  void judge(const std::string& name, const std::string& language) {
    const view::ViewModel& view = gallery_view(name, language);
    INFO(name << " in " << language << ", text " << display_.text_scale << ", ratio " << display_.pixel_ratio
              << ", " << seed_in_words());
    std::string faults;
    for (const Window& window : windows) {
      const paint::FrameInput input = input_of(window.width, window.height);
      faults += told(window, misplaced_rects(view, easel_.lay_out(view, input)));
    }
    for (const float width : {320.0f, 440.0f}) {
      const paint::FrameInput input = input_of(width, whole);
      const Drawing drawing = easel_.draw(view, input);
      const std::vector<PlacedRect> rects = placed_rects(easel_.layout(), input);
      faults += told({width, whole}, misplaced_rects(view, easel_.layout()));
      faults += told({width, whole}, misplaced_letters(view, drawing, rects, display_.text_scale));
    }
    CHECK(faults == "");
  }

 private:
  [[nodiscard]] paint::FrameInput input_of(float width, float height) const {
    return window_of(width, height, display_.text_scale, display_.pixel_ratio);
  }
  static std::string told(const Window& window, const std::vector<std::string>& faults) {
    std::string told;
    for (const std::string& fault : faults)
      told += std::to_string(static_cast<int>(window.width)) + " by " +
              std::to_string(static_cast<int>(window.height)) + ": " + fault + "\n";
    return told;
  }

  Display display_;
  Easel easel_;
};

struct Shot {
  std::string name, language;
};

/// By display: each state in English and in the pseudo-language on the plainest one, and each once more in a
/// language and on a display that the seed chooses; under --deep all of them everywhere.
std::map<std::size_t, std::vector<Shot>> shots() {
  std::map<std::size_t, std::vector<Shot>> made;
  RandomNumbers random("reflow");
  std::vector<std::string> languages = painted_languages();
  for (const std::string& name : gallery_names()) {
    if (deep()) {
      for (std::size_t display = 0; display < displays().size(); ++display) {
        for (const std::string& language : languages) made[display].push_back({name, language});
      }
      continue;
    }
    made[0].push_back({name, "en"});
    made[0].push_back({name, pseudo_language});
    made[random.below(displays().size())].push_back({name, languages[random.below(languages.size())]});
  }
  return made;
}

}  // namespace

TEST_CASE("C4 C9 every state fits every window, in all languages, at every size of text and pixel") {
  int judged = 0;
  for (const auto& [display, states] : shots()) {
    Fitting fitting(displays()[display]);
    for (const Shot& shot : states) {
      fitting.judge(shot.name, shot.language);
      ++judged;
    }
  }
  CHECK(judged >= 3 * static_cast<int>(gallery_names().size()));
}
