#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/gallery.hpp"
#include "support/ruler.hpp"
#include "support/sample.hpp"

using namespace ats;
using namespace ats::test;

TEST_CASE(
    "everything stands where the design has it: margins, gaps, heights, icons and what is drawn in a "
    "rectangle") {
  Easel easel;
  const std::vector<std::string>& languages = painted_languages();
  RandomNumbers random("rhythm");
  for (const std::string& name : gallery_names()) {
    const std::vector<std::string> shown =
        deep() ? languages : std::vector<std::string>{"en", languages[random.below(languages.size())]};
    for (const std::string& language : shown) {
      const view::ViewModel& view = gallery_view(name, language);
      for (const float width : {440.0f, 320.0f}) {
        INFO(name << " in " << language << ", " << width << " px wide, " << seed_in_words());
        CHECK(Ruler(easel, view, width).faults() == "");
      }
    }
  }
}
