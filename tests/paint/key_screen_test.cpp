#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "support/easel.hpp"
#include "support/gallery.hpp"
#include "support/key_views.hpp"

using namespace ats;
using namespace ats::test;

// The dialog of a window of 1280×800 px, which leaves 16 px on each side.
TEST_CASE("every step and field of every ATS are seen at once in the dialog of a usual window") {
  Easel easel;
  CHECK(keyed_providers().size() >= 25);
  for (const std::string& provider : keyed_providers()) {
    for (const std::string& language : painted_languages()) {
      if (language == pseudo_language) continue;
      INFO(provider << " in " << language);
      const paint::Layout& layout = easel.lay_out(key_view(provider, language), window_of(1040, 768));
      CHECK(layout.header + layout.content + layout.footer <= 768);
    }
  }
}
