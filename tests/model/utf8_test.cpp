#include "model/utf8.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace ats::model {
namespace {

TEST_CASE("characters of one to four bytes are read from either end") {
  struct {
    std::string text;
    CodePoint expected;
  } const cases[] = {
      {"a", {'a', 1}},
      {"\u00e9", {0xE9, 2}},
      {"\u20ac", {0x20AC, 3}},
      {"\U0001F511", {0x1F511, 4}},
  };
  for (const auto& [text, expected] : cases) {
    CHECK(first_code_point("x" + text, 1) == expected);
    CHECK(last_code_point("x" + text) == expected);
  }
  CHECK(last_code_point("") == CodePoint{0, 0});
}

TEST_CASE("a byte that is no UTF-8 is one unknown character") {
  const std::string cases[] = {
      "\x80",              // A continuation alone.
      "\xC3",              // Cut off.
      "\xE2\x82",          // Cut off later.
      "\xC0\xAF",          // A slash spelt too long.
      "\xE0\x80\xAF",      // The same in three bytes.
      "\xED\xA0\x80",      // A surrogate.
      "\xF4\x90\x80\x80",  // Beyond Unicode.
      "\xFF",
  };
  for (const std::string& text : cases) {
    CHECK(first_code_point(text) == CodePoint{0xFFFD, 1});
    CHECK(last_code_point(text) == CodePoint{0xFFFD, 1});
    CHECK(count_code_points(text) == text.size());
  }
}

TEST_CASE("text is counted and cut by characters, not bytes") {
  CHECK(count_code_points("a\u20ac\U0001F511") == 3);
  CHECK(first_characters("a\u20ac\U0001F511", 2) == "a\u20ac");
  CHECK(first_characters("ab", 5) == "ab");
  CHECK(first_characters("ab", 0).empty());
}

}  // namespace
}  // namespace ats::model
