#include <catch2/catch_test_macros.hpp>
#include <string>
#include <variant>
#include <vector>

#include "model/char_set.hpp"
#include "model/field_rule.hpp"
#include "model/grammar.hpp"
#include "support/label_strings.hpp"
#include "support/provider_file.hpp"
#include "support/sample.hpp"

namespace ats::model {
namespace {

const Field& subdomain() {
  static const Provider workable = test::provider_file("workable");
  const Field* field = workable.field("subdomain");
  REQUIRE(field != nullptr);
  return *field;
}

/// What the relay checks: the value as it is, nothing cleaned.
bool fits(const std::string& label) {
  return !label.starts_with("xn--") && !grammar_problem(subdomain(), label).has_value();
}

bool accepted_as_typed(const std::string& label) {
  const FieldVerdict verdict = check_field(subdomain(), label, {});
  const auto* accepted = std::get_if<FieldAccepted>(&verdict);
  return accepted != nullptr && accepted->value == label;
}

/// A fifth of the 100,000 strings, in blocks of a thousand that the seed chooses; under --deep all of them.
std::vector<std::size_t> chosen_blocks() { return test::sample_of(100, 20, "label strings"); }

TEST_CASE("100,000 strings: C++ gives the verdicts that TypeScript gives") {
  INFO(test::seed_in_words());
  const std::vector<std::string> labels = test::label_strings(), expected = test::expected_label_blocks();
  REQUIRE(labels.size() == 100'000);
  REQUIRE(expected.size() == 100);
  for (const std::size_t block : chosen_blocks()) {
    INFO("block " << block);
    CHECK(test::label_blocks(test::block_of(labels, block), fits) == std::vector{expected[block]});
  }
}

TEST_CASE("what the page accepts, the relay accepts: 100,000 strings") {
  INFO(test::seed_in_words());
  const std::vector<std::string> labels = test::label_strings();
  std::size_t accepted = 0, judged = 0;
  for (const std::size_t block : chosen_blocks()) {
    for (const std::string& label : test::block_of(labels, block)) {
      ++judged;
      const FieldVerdict verdict = check_field(subdomain(), label, {});
      const auto* good = std::get_if<FieldAccepted>(&verdict);
      if (good == nullptr) continue;
      ++accepted;
      if (!fits(good->value)) FAIL_CHECK("[" << label << "] gives [" << good->value << "]");
    }
  }
  CHECK(accepted > judged / 10);
}

TEST_CASE("no hostile label is taken as it is") {
  const std::vector<std::string> labels = test::hostile_labels();
  CHECK(labels.size() >= 82);
  for (const std::string& label : labels) {
    INFO(label);
    CHECK_FALSE(fits(label));
    CHECK_FALSE(accepted_as_typed(label));
  }
}

}  // namespace
}  // namespace ats::model
