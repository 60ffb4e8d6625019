#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"
#include "support/freed_blocks.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;
using test::FreedBlocks;

namespace {

/// What is sought: a piece of the key, so that a part of it counts too.
const std::string piece = std::string(sample::key).substr(8, 12);

}  // namespace

TEST_CASE("from typing the key to Done no freed block holds a piece of it", "[flow]") {
  const FreedBlocks watch(piece);
  {
    Walk walk;
    walk.verifies();
    REQUIRE(walk.on<HandingOver>());
    walk.does({ClosePressed{}, CloseConfirmed{}});
  }
  CHECK(watch.all() > 100);
  CHECK(watch.with_text() == 0);
}

TEST_CASE("no freed block holds a piece of a key that was pasted with more around it", "[flow]") {
  for (const char* around :
       {"\"@\"", "Bearer @", "Authorization: Bearer @", " @\n", "                                @", "@ ",
        "key=@", "@@", "https://@.example.com/", "\xEF\xBC\xA1@", "'@", "@ and words"}) {
    CAPTURE(around);
    std::string pasted(around);
    pasted.replace(pasted.find('@'), 1, sample::key);
    const FreedBlocks watch(piece);
    {
      Walk walk;
      walk.comes_to_key().does({SecretTyped{"api_key", base::Secret(pasted)}, KeySubmitted{}});
      walk.does({SecretEdited{"api_key"}, BackPressed{}});
    }
    CHECK(watch.all() > 100);
    CHECK(watch.with_text() == 0);
  }
}
