#include "base/secret.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <type_traits>
#include <utility>

namespace ats::base {
namespace {

template <class T, class Stream>
concept Printable = requires(Stream& stream, const T& value) {
  stream << value;
};
static_assert(!Printable<Secret, std::ostream>, "a secret must not get into a log");
static_assert(!std::is_convertible_v<Secret, std::string>);
static_assert(!std::is_convertible_v<Secret, std::string_view>);
static_assert(!std::is_convertible_v<std::string_view, Secret>, "only on purpose");

TEST_CASE("a secret gives back the bytes it was made of, zero bytes included") {
  const std::string bytes("a\0b", 3);
  const Secret secret{bytes};
  CHECK(secret.size() == 3);
  CHECK_FALSE(secret.empty());
  CHECK(secret.reveal() == bytes);
}

TEST_CASE("an empty secret has no bytes") {
  CHECK(Secret().empty());
  CHECK(Secret("").reveal().empty());
  CHECK(Secret() == Secret(""));
}

TEST_CASE("a copy of a secret has bytes of its own") {
  Secret first("key");
  const Secret copy(first);
  CHECK(copy.reveal().data() != first.reveal().data());
  first.wipe();
  CHECK(first.empty());
  CHECK(copy.reveal() == "key");
}

TEST_CASE("a moved secret leaves nothing behind and moves its bytes, not a copy") {
  Secret first("key");
  const char* bytes = first.reveal().data();
  const Secret second(std::move(first));
  CHECK(second.reveal().data() == bytes);
  CHECK(first.empty());  // NOLINT(bugprone-use-after-move): that is what is checked.
}

TEST_CASE("assigning a secret replaces it, also by itself") {
  Secret secret("old");
  const Secret other("new one");
  secret = other;
  CHECK(secret == other);
  Secret& same = secret;
  secret = same;
  CHECK(secret.reveal() == "new one");
  secret = std::move(same);
  CHECK(secret.reveal() == "new one");
  secret = Secret("third");
  CHECK(secret.reveal() == "third");
}

TEST_CASE("secrets are equal when all their bytes are") {
  CHECK(Secret("abc") == Secret("abc"));
  CHECK_FALSE(Secret("abc") == Secret("abd"));
  CHECK_FALSE(Secret("xbc") == Secret("abc"));
  CHECK_FALSE(Secret("abc") == Secret("ab"));
}

TEST_CASE("wiping overwrites every byte and none beside it") {
  std::string memory = "<secret>";
  wipe_bytes(memory.data() + 1, 6);
  CHECK(memory == std::string("<\0\0\0\0\0\0>", 8));
  wipe_bytes(nullptr, 0);
  CHECK(memory.front() == '<');
}

}  // namespace
}  // namespace ats::base
