#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/secret.hpp"
#include "support/freed_blocks.hpp"

namespace ats::base {
namespace {

constexpr const char* key_bytes = "a key of more bytes than a string keeps in itself";

TEST_CASE("the watch over freed blocks sees a text that nobody overwrote") {
  const test::FreedBlocks watch("more bytes");
  {
    const std::string text(key_bytes);
    // Seen by someone, so that the compiler may not leave the block out.
    CHECK(text == key_bytes);
  }
  CHECK(watch.with_text() == 1);
}

TEST_CASE("no block that a secret gives back holds a byte of it: made, copied, moved, assigned, wiped") {
  const test::FreedBlocks watch("more bytes");
  {
    Secret made(key_bytes);
    Secret copy(made);
    Secret moved(std::move(made));
    copy = moved;
    copy = Secret(key_bytes);
    moved = std::move(copy);
    Secret wiped(key_bytes);
    wiped.wipe();
    moved = Secret("short");
  }
  CHECK(watch.all() >= 5);
  CHECK(watch.with_text() == 0);
}

TEST_CASE("no container of secrets leaves one behind when it grows, is copied, replaced or dropped") {
  const test::FreedBlocks watch("more bytes");
  {
    std::vector<Secret> many;
    for (int i = 0; i < 20; ++i) many.emplace_back(key_bytes);
    many.erase(many.begin());
    const std::vector<Secret> again = many;
    std::map<std::string, Secret> named{{"api_key", Secret(key_bytes)}};
    named["api_key"] = again.front();
    named.insert_or_assign("api_key", many.back());
    std::map<std::string, Secret> other = named;
    named.swap(other);
    named = std::move(other);
  }
  CHECK(watch.all() > 40);
  CHECK(watch.with_text() == 0);
}

}  // namespace
}  // namespace ats::base
