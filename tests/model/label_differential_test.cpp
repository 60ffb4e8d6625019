#include <catch2/catch_test_macros.hpp>
#include <string>
#include <variant>
#include <vector>

#include "model/char_set.hpp"
#include "model/field_rule.hpp"
#include "model/grammar.hpp"
#include "support/label_strings.hpp"
#include "support/provider_file.hpp"

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

TEST_CASE("100,000 strings: C++ gives the verdicts that TypeScript gives") {
  const std::vector<std::string> labels = test::label_strings();
  REQUIRE(labels.size() == 100'000);
  CHECK(test::label_blocks(labels, fits) == test::expected_label_blocks());
}

TEST_CASE("what the page accepts, the relay accepts: 100,000 strings") {
  int accepted = 0;
  for (const std::string& label : test::label_strings()) {
    const FieldVerdict verdict = check_field(subdomain(), label, {});
    const auto* good = std::get_if<FieldAccepted>(&verdict);
    if (good == nullptr) continue;
    ++accepted;
    if (!fits(good->value)) FAIL_CHECK("[" << label << "] gives [" << good->value << "]");
  }
  CHECK(accepted > 10'000);
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
