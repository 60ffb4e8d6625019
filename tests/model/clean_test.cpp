#include <catch2/catch_test_macros.hpp>
#include <string>

#include "model/char_set.hpp"
#include "model/clean.hpp"

namespace ats::model {
namespace {

TEST_CASE("a set of characters is ASCII ranges, and a hyphen at the end is itself") {
  CHECK(in_set("a-z0-9_-", 'm'));
  CHECK(in_set("a-z0-9_-", '-'));
  CHECK(in_set("a-z0-9_-", '_'));
  CHECK_FALSE(in_set("a-z0-9_-", 'A'));
  CHECK_FALSE(in_set("a-z", '-'));
  CHECK(in_set("-a", '-'));
  CHECK(in_set("!-9;-~", '9'));
  CHECK_FALSE(in_set("!-9;-~", ':'));
  CHECK_FALSE(in_set("!-~", '\xC3'));
  CHECK_FALSE(in_set("", 'a'));
}

TEST_CASE("trim takes invisible characters everywhere and white space at the ends only") {
  CHECK(clean_text("\u00a0 a\u200bb c\ufeff\u00ad \u3000\n", {Clean::trim}) == "ab c");
  CHECK(clean_text("\u200e\u202a\u2060\u2066x\u2069\u202c\u061c\ufe0f\u3164\U000e0041", {Clean::trim}) ==
        "x");
}

TEST_CASE("trim leaves bytes alone that are no UTF-8") {
  CHECK(clean_text(" \xC3\x28\xFF ", {Clean::trim}) == "\xC3\x28\xFF");
}

TEST_CASE("lower changes ASCII letters only") {
  CHECK(clean_text("A\u00c9Z\u0410", {Clean::lower}) == "a\u00c9z\u0410");
}

TEST_CASE("width folds full-width forms and nothing else") {
  CHECK(clean_text("\uff21\uff5e\uff01\u3000x\u3002y", {Clean::width}) == "A~! x.y");
  CHECK(clean_text("\uff5f\uff61\u212b\ufb01", {Clean::width}) == "\uff5f\uff61\u212b\ufb01");
}

TEST_CASE("unquote takes pairs only, and the white space inside them") {
  CHECK(clean_text("\" 'a' \"", {Clean::unquote}) == "a");
  CHECK(clean_text("<{[(`a`)]}>", {Clean::unquote}) == "a");
  CHECK(clean_text("\"a", {Clean::unquote}) == "\"a");
  CHECK(clean_text("<a]", {Clean::unquote}) == "<a]");
  CHECK(clean_text("\"", {Clean::unquote}) == "\"");
  CHECK(clean_text("\"a\" b \"c\"", {Clean::unquote}) == "a\" b \"c");
}

TEST_CASE("unwrap joins lines and keeps spaces within one") {
  CHECK(clean_text("a \r\n\t b c", {Clean::unwrap}) == "ab c");
  CHECK(clean_text("a\u2028b\u0085c", {Clean::unwrap}) == "abc");
  CHECK(clean_text("a  b\n", {Clean::unwrap}) == "a  b");
}

TEST_CASE("unprefix never leaves nothing of something") {
  for (const char* text : {"Bearer", "token=", "NAME=", ";", ",;", ".", "A=="}) {
    CHECK(clean_text(text, {Clean::unprefix}) == text);
  }
}

TEST_CASE("unprefix takes a name that says so or is in upper case, not a part of a key") {
  for (const char* text : {"WORKABLE_API_KEY=abc", "Api_Key=abc", "export ACME=abc", "x = abc", "x=\"abc"}) {
    INFO(text);
    CHECK(clean_text(text, {Clean::unprefix, Clean::trim}).ends_with("abc"));
    CHECK(clean_text(text, {Clean::unprefix}).size() < 5);
  }
  CHECK(clean_text("x=abc", {Clean::unprefix}) == "x=abc");
  CHECK(clean_text("1KEY=abc", {Clean::unprefix}) == "1KEY=abc");
  CHECK(clean_text("ABC=", {Clean::unprefix}) == "ABC=");
}

TEST_CASE("the key of a curl line ends at the quote that closes its header") {
  CHECK(clean_text("curl -H 'Authorization: Bearer abc' https://x.example", {Clean::unprefix}) == "abc");
  CHECK(clean_text("curl https://x.example", {Clean::unprefix}) == "curl https://x.example");
  CHECK(clean_text("The bearer of this", {Clean::unprefix}) == "The bearer of this");
  CHECK(clean_text("curlew", {Clean::unprefix}) == "curlew");
}

TEST_CASE("a text far longer than any value is left as it is") {
  const std::string text = " " + std::string(17000, 'A') + " ";
  CHECK(clean_text(text, {Clean::trim, Clean::lower}) == text);
}

}  // namespace
}  // namespace ats::model
