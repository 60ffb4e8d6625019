#include "support/sample.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace ats::test;

TEST_CASE("a seed and a salt give the numbers that TypeScript has for them") {
  // tests/support/sample.test.ts holds sample.ts to the same numbers.
  RandomNumbers random("salt", 1);
  std::vector<std::size_t> numbers;
  for (int i = 0; i < 6; ++i) numbers.push_back(random.below(1'000'000));
  CHECK(numbers == std::vector<std::size_t>{228435, 604619, 880622, 77134, 932821, 783740});
}

TEST_CASE("another salt chooses another part, and a part keeps its order without a repetition") {
  const std::vector<std::size_t> some = sample_of(1000, 20, "one"), others = sample_of(1000, 20, "two");
  CHECK(some.size() == (deep() ? 1000 : 20));
  CHECK(std::is_sorted(some.begin(), some.end()));
  CHECK(std::adjacent_find(some.begin(), some.end()) == some.end());
  CHECK((deep() || some != others));
  CHECK(sample_of(3, 20, "all").size() == 3);
}

TEST_CASE("what repeats a run names its seed") {
  CHECK(seed_in_words().find("ATS_SEED=" + std::to_string(seed())) == 0);
}
