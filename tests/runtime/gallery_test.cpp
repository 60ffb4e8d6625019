#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/gallery.hpp"
#include "support/gallery_words.hpp"

using namespace ats;

namespace ats::test {
std::vector<std::string> texts_of(const view::ViewModel& view);
}

TEST_CASE("every state of the gallery is reached, in every language, with words for all that it says") {
  CHECK(test::gallery_names().size() >= 50);
  CHECK(test::gallery_languages().size() >= 7);
  for (const std::string& language : test::gallery_languages()) {
    for (const std::string& name : test::gallery_names()) {
      INFO(name << " in " << language);
      for (const std::string& text : test::texts_of(test::gallery_view(name, language))) {
        // A sentence that is missing shows as its key, and a value that is missing as its hole.
        if (text.find('{') != std::string::npos || test::gallery_words("en").text.contains(text))
          FAIL_CHECK("says “" << text << "”");
      }
    }
  }
}

TEST_CASE("the pseudo-language is the one that the gallery is built with") {
  for (const auto& [text, made] : test::gallery_file()["pseudo"].items())
    CHECK(test::pseudo(text) == made.get<std::string>());
}
