#include <catch2/catch_test_macros.hpp>

#include "base/percent.hpp"

namespace {

std::string percent_encode(std::string_view text) {
  std::string encoded;
  ats::base::append_percent_encoded(encoded, text);
  return encoded;
}

}  // namespace

TEST_CASE("only unreserved characters stay as they are in an address", "[base][percent]") {
  CHECK(percent_encode("azAZ09-._~") == "azAZ09-._~");
  CHECK(percent_encode("a b&c=d/e?f%g+h#i") == "a%20b%26c%3Dd%2Fe%3Ff%25g%2Bh%23i");
  CHECK(percent_encode("\xC3\xA9\n") == "%C3%A9%0A");
  CHECK(percent_encode("").empty());
}
