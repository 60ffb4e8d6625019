#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "model/char_set.hpp"
#include "model/field_rule.hpp"
#include "support/provider_file.hpp"
#include "support/sample.hpp"

namespace ats::model {
namespace {

/// A quarter of the 20,000, other ones for each seed; under --deep all of them.
int rounds() { return test::tries(20'000, 5'000); }

/// What pastes are made of; joined at random they reach every rule and every corner between two rules.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all{
      "a",
      "Z",
      "7",
      "-",
      "_",
      ".",
      "/",
      ":",
      "@",
      "?",
      "#",
      "=",
      ";",
      ",",
      " ",
      "\n",
      "\r\n",
      "\t",
      "\"",
      "'",
      "`",
      "<",
      ">",
      "{",
      "}",
      "[",
      "]",
      "\u201c",
      "\u201d",
      "\u00ab",
      "\u00bb",
      "\u200b",
      "\ufeff",
      "\u00ad",
      "\u00a0",
      "\u3000",
      "\u2028",
      "\uff41",
      "\uff0e",
      "\uff02",
      "\u0430",
      "\u2026",
      "\xC3",
      "\xFF",
      "acme",
      "www",
      "jobs",
      "careers",
      ".workable.com",
      "https://",
      "//",
      "apply.workable.com/",
      "www.workable.com/spi/v3/accounts/",
      "xn--",
      "j/",
      "Bearer ",
      "Bearer",
      "Authorization:",
      "token=",
      "Token token=",
      "API_KEY=",
      "curl ",
      "eyJ",
      "0123456789",
      "abcdefghijklmnop",
      "QRSTUVWXYZ",
  };
  return all;
}

std::string random_paste(std::mt19937& random) {
  // Not std::uniform_int_distribution: its numbers differ between standard libraries.
  std::string text;
  for (auto count = random() % 9; count > 0; --count) text += pieces()[random() % pieces().size()];
  return text;
}

template <class Check>
void for_each_paste(Check check) {
  INFO(test::seed_in_words());
  std::mt19937 random(20260800 + test::seed());
  for (int i = 0; i < rounds(); ++i) check(random_paste(random));
}

bool fits_grammar(const Field& field, const std::string& text) {
  if (text.size() < static_cast<std::size_t>(field.min) ||
      text.size() > static_cast<std::size_t>(field.max)) {
    return false;
  }
  if (!in_set(field.chars.first, text.front()) || !in_set(field.chars.last, text.back())) return false;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (!in_set(field.chars.middle, text[i])) return false;
  }
  return true;
}

TEST_CASE("cleaning a cleaned text changes nothing") {
  const Provider workable = test::provider_file("workable");
  for (const Field& field : workable.fields) {
    int changed = 0;
    for_each_paste([&](const std::string& paste) {
      const std::string once = clean_text(paste, field.clean);
      if (clean_text(once, field.clean) != once) FAIL_CHECK("[" << paste << "] gives [" << once << "]");
      changed += once != paste;
    });
    CHECK(changed > rounds() / 10);
  }
}

TEST_CASE("an accepted value fits the field's own grammar and is accepted again as it is") {
  const Provider workable = test::provider_file("workable");
  for (const Field& field : workable.fields) {
    int accepted = 0;
    for_each_paste([&](const std::string& paste) {
      const FieldVerdict verdict = check_field(field, paste, {});
      const auto* good = std::get_if<FieldAccepted>(&verdict);
      if (good == nullptr) return;
      ++accepted;
      if (!fits_grammar(field, good->value)) FAIL_CHECK("[" << paste << "] gives [" << good->value << "]");
      if (check_field(field, good->value, {}) != verdict) FAIL_CHECK("not stable: [" << paste << "]");
    });
    CHECK(accepted > test::tries(100, 5));
  }
}

TEST_CASE("a suggestion is accepted when it is typed, and a refusal always says why") {
  const Provider workable = test::provider_file("workable");
  for (const Field& field : workable.fields) {
    int suggested = 0;
    for_each_paste([&](const std::string& paste) {
      const FieldVerdict verdict = check_field(field, paste, {});
      const auto* problem = std::get_if<FieldProblem>(&verdict);
      if (problem == nullptr) return;
      if (problem->message.empty() == problem->message_key.empty())
        FAIL_CHECK("not one reason: [" << paste << "]");
      if (problem->suggestion.empty()) return;
      ++suggested;
      const FieldVerdict again = check_field(field, problem->suggestion, {});
      const auto* good = std::get_if<FieldAccepted>(&again);
      if (good == nullptr || good->value != problem->suggestion)
        FAIL_CHECK("offers [" << problem->suggestion << "]");
    });
    // A key is never offered: it would be shown in plain sight.
    CHECK((field.kind == FieldKind::secret ? suggested == 0 : suggested > test::tries(100, 5)));
  }
}

}  // namespace
}  // namespace ats::model
