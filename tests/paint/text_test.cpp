#include <catch2/catch_test_macros.hpp>

#include <string>

#include "paint/picture.hpp"
#include "paint/text.hpp"
#include "support/fake_glyphs.hpp"

using namespace ats::paint;

namespace {

struct Setting {
  FakeGlyphs glyphs;
  Picture picture{glyphs};
  Type type{picture.atlas()};

  [[nodiscard]] std::vector<std::string> lines(std::string_view text, float width) const {
    std::vector<std::string> all;
    for (const TextLine& line : wrap(type, type.body(), text, width).lines) all.emplace_back(line.text);
    return all;
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("text breaks at spaces and swallows them") {
  const Setting setting;
  CHECK(setting.lines("one two three", 1000) == Lines{"one two three"});
  CHECK(setting.lines("one two three", 70) == Lines{"one two", "three"});
  CHECK(setting.lines("", 100) == Lines{""});
  CHECK(setting.lines("a\nb", 100) == Lines{"a", "b"});
}

TEST_CASE("text breaks after hyphens and between ideographs") {
  const Setting setting;
  CHECK(setting.lines("API-Schlüssel", 90) == Lines{"API-", "Schlüssel"});
  CHECK(setting.lines("漢字漢字", 17) == Lines{"漢字", "漢字"});
}

TEST_CASE("closing punctuation stays with the ideograph before it") {
  const Setting setting;
  CHECK(setting.lines("漢字。漢", 17) == Lines{"漢", "字。", "漢"});
  CHECK(setting.lines("「漢」", 17) == Lines{"「", "漢」"});
}

TEST_CASE("a word that is wider than the line breaks inside, and no line is wider than asked for") {
  const Setting setting;
  const std::string text = "Ein Authentifizierungsinformationsüberprüfungsfehler";
  for (const float width : {30.0f, 64.0f, 120.0f}) {
    const Paragraph paragraph = wrap(setting.type, setting.type.body(), text, width);
    std::string joined;
    for (const TextLine& line : paragraph.lines) {
      CHECK(line.width <= width + 0.02f);
      joined += line.text;
    }
    // Nothing is lost but the space that the first line ended at.
    CHECK((joined == text || "Ein " + joined.substr(3) == text));
    CHECK(paragraph.height() == 22.0f * static_cast<float>(paragraph.lines.size()));
  }
}

TEST_CASE("broken UTF-8 is drawn as the replacement character and never read past its end") {
  std::size_t at = 0;
  const std::string_view broken("\xE2\x82", 2);
  while (at < broken.size()) CHECK(next_character(broken, at) == 0xFFFD);
  CHECK(at == broken.size());
}
