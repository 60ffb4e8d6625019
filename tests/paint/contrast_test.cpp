#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "support/drawn_parts.hpp"
#include "support/gallery.hpp"
#include "support/painted_texts.hpp"
#include "support/sample.hpp"

using namespace ats;
using namespace ats::test;

namespace {

/// Rounding of colours to bytes costs up to this.
constexpr float rounding = 0.02f;

/// One theme over many pictures.
class Judge {
 public:
  Judge(paint::Scheme scheme, bool more) : needed_(more ? 7.0f : 4.5f) {
    look_.scheme = scheme;
    look_.more_contrast = more;
  }
  ~Judge() {
    std::printf("contrast, %s%s: %d letters and %d parts in %d pictures; lowest %.2f (%s) and %.2f (%s)\n",
                look_.scheme == paint::Scheme::dark ? "dark" : "light",
                look_.more_contrast ? " with more contrast" : "", letters_, parts_, pictures_,
                static_cast<double>(letter_.ratio), letter_.what.c_str(), static_cast<double>(part_.ratio),
                part_.what.c_str());
  }
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  void look_at(const std::string& name, const std::string& language) {
    INFO(name << " in " << language << ", " << seed_in_words());
    const view::ViewModel& view = gallery_view(name, language);
    // High enough for every state, so that nothing is scrolled away.
    const paint::FrameInput input = window_of(440, 1800);
    const Drawing drawing = easel_.draw(view, input, look_);
    const std::vector<PlacedRect> rects = placed_rects(easel_.layout(), input);
    ++pictures_;
    std::string pale = pale_parts(view, drawing, rects) + pale_letters(view, drawing, rects);
    CHECK(pale == "");
  }

  [[nodiscard]] int letters() const { return letters_; }
  [[nodiscard]] int parts() const { return parts_; }

 private:
  struct Lowest {
    float ratio = 99;
    std::string what;
  };

  std::string judge(const std::string& what, float ratio, float needed, Lowest& lowest) const {
    if (ratio < lowest.ratio) lowest = {ratio, what};
    return ratio >= needed ? "" : what + ": " + std::to_string(ratio) + "\n";
  }

  std::string pale_parts(const view::ViewModel& view, const Drawing& drawing,
                         const std::vector<PlacedRect>& rects) {
    std::string pale;
    for (const DrawnPart& part : drawn_parts(view, rects)) {
      if (part.disabled) continue;  // Exempt, as in WCAG 1.4.11.
      ++parts_;
      pale += judge(part.what, contrast_of(part, drawing), 3, part_);
    }
    return pale;
  }

  std::string pale_letters(const view::ViewModel& view, const Drawing& drawing,
                           const std::vector<PlacedRect>& rects) {
    std::vector<Area> off;
    for (const PaintedText& text : painted_texts(view)) {
      const Area* home = area_of(rects, text.home);
      if (text.disabled && home != nullptr) off.push_back(*home);
    }
    std::string pale;
    for (const Letter& letter : drawing.letters) {
      const ImVec2 at = letter.box.centre();
      if (std::any_of(off.begin(), off.end(), [&](const Area& area) { return area.holds(at); })) continue;
      ++letters_;
      const std::string what = "letter at " + std::to_string(static_cast<int>(at.x)) + ", " +
                               std::to_string(static_cast<int>(at.y));
      pale += judge(what, contrast_of(letter, drawing), needed_ - rounding, letter_);
    }
    return pale;
  }

  paint::Appearance look_;
  float needed_;
  Easel easel_;
  int letters_ = 0, parts_ = 0, pictures_ = 0;
  Lowest letter_, part_;
};

/// Every state in English, each in one more language that the seed chooses; under --deep in all.
void look_at_all(Judge& judge, const std::string& salt) {
  std::vector<std::string> others = painted_languages();
  std::erase(others, "en");
  RandomNumbers random("contrast " + salt);
  for (const std::string& name : gallery_names()) {
    judge.look_at(name, "en");
    if (!deep()) judge.look_at(name, others[random.below(others.size())]);
    for (const std::string& language : others) {
      if (deep()) judge.look_at(name, language);
    }
  }
  CHECK(judge.letters() > 10'000);
  CHECK(judge.parts() > 500);
}

}  // namespace

TEST_CASE("C3 text has 4.5:1 and what is drawn 3:1 in every state, light") {
  Judge judge(paint::Scheme::light, false);
  look_at_all(judge, "light");
}

TEST_CASE("C3 text has 4.5:1 and what is drawn 3:1 in every state, dark") {
  Judge judge(paint::Scheme::dark, false);
  look_at_all(judge, "dark");
}

TEST_CASE("C8 with more contrast text has 7:1 in every state, light") {
  Judge judge(paint::Scheme::light, true);
  look_at_all(judge, "light more");
}

TEST_CASE("C8 with more contrast text has 7:1 in every state, dark") {
  Judge judge(paint::Scheme::dark, true);
  look_at_all(judge, "dark more");
}
