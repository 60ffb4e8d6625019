#include "model/address.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

namespace ats::model {
namespace {

TEST_CASE("the host of an address is what stands between scheme and port, path, query or fragment") {
  for (const char* text :
       {"acme.example", "ACME.example.", "https://acme.example", "//acme.example/x", "acme.example:443",
        "https://acme.example:8443/a", "acme.example?q=/x", "acme.example#/x", "ftp://acme.example./"}) {
    INFO(text);
    CHECK(take_apart(text).host == "acme.example");
  }
}

TEST_CASE("a slip in the scheme, what ends a sentence and an extra www. leave the host as it is") {
  for (const char* text :
       {"https:/acme.app.example", "https:acme.app.example", "https//acme.app.example/x",
        "http://https://acme.app.example", "http:\\\\acme.app.example\\x", "///acme.app.example",
        "view-source:https://acme.app.example", "acme.app.example,", "acme.app.example.:443!",
        "www.acme.app.example", "https://WWW.acme.app.example).", "acme.app.example:443;"}) {
    INFO(text);
    CHECK(take_apart(text).host == "acme.app.example");
  }
  for (const char* text : {"https", "http/x", "httpsacme", "acme:x", "https.acme.example"})
    CHECK_FALSE(take_apart(text).scheme);
  CHECK(take_apart("www.acme.example").host == "www.acme.example");
}

TEST_CASE("only digits are a port") { CHECK(take_apart("acme:alert").host == "acme:alert"); }

TEST_CASE("an @ stays in the host, so what follows it can never pass for the host") {
  CHECK(take_apart("https://acme.workable.com@evil.example/").host == "acme.workable.com@evil.example");
}

TEST_CASE("a scheme within a path or a query is no scheme") {
  CHECK_FALSE(take_apart("acme.example/https://x").scheme);
  CHECK(take_apart("acme.example/https://x").host == "acme.example");
  CHECK(take_apart("https://x").scheme);
}

TEST_CASE("the path is counted without empty segments") {
  const std::string text = "acme.example//a/b/?c=d/e";
  CHECK(take_apart(text).path == std::vector<std::string_view>{"a", "b"});
  CHECK(take_apart("acme.example").path.empty());
}

TEST_CASE("a label with a dot, a slash or a port behind it is just that label") {
  for (const char* text : {"acme", "acme.", "acme/", "acme:443", "//acme"})
    CHECK(is_bare_label(take_apart(text)));
  for (const char* text : {"https://acme", "acme/x", "a.b", "/x", "/"})
    CHECK_FALSE(is_bare_label(take_apart(text)));
  CHECK(take_apart("AcMe/").host_as_typed == "AcMe");
}

TEST_CASE("a suffix with a dot wants exactly one label before it, one without the whole host") {
  CHECK(matches(take_apart("acme.workable.com"), ".workable.com"));
  CHECK_FALSE(matches(take_apart("a.b.workable.com"), ".workable.com"));
  CHECK_FALSE(matches(take_apart("workable.com"), ".workable.com"));
  CHECK_FALSE(matches(take_apart(".workable.com"), ".workable.com"));
  CHECK_FALSE(matches(take_apart("acme-workable.com"), ".workable.com"));
  CHECK_FALSE(matches(take_apart("acme.workable.com.evil.example"), ".workable.com"));
  CHECK(matches(take_apart("www.workable.com"), "www.workable.com"));
  CHECK_FALSE(matches(take_apart("x.www.workable.com"), "www.workable.com"));
}

TEST_CASE("an address ends in a suffix at a dot only") {
  CHECK(ends_with(take_apart("a.b.workable.com"), ".workable.com"));
  CHECK(ends_with(take_apart("workable.com"), "workable.com"));
  CHECK(ends_with(take_apart("a.workable.com"), "workable.com"));
  CHECK_FALSE(ends_with(take_apart("acme-workable.com"), "workable.com"));
  CHECK_FALSE(ends_with(take_apart("workable.com.evil.example"), "workable.com"));
}

}  // namespace
}  // namespace ats::model
