#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "model/field_rule.hpp"
#include "support/provider_file.hpp"
#include "support/provider_pastes.hpp"

namespace ats::model {
namespace {

constexpr const char* name_for_the_key = "Acme Hiring";

/// What the other fields of a provider hold: the first value of each that its table takes.
std::map<std::string, std::string> values_of(const std::vector<test::ProviderPaste>& pastes) {
  std::map<std::string, std::string> values;
  for (const test::ProviderPaste& paste : pastes) {
    const auto* accepted = std::get_if<FieldAccepted>(&paste.expected);
    if (accepted != nullptr && !accepted->value.empty()) values.insert({paste.field, accepted->value});
  }
  return values;
}

FieldContext context_of(const Provider& provider, const std::map<std::string, std::string>& values,
                        const std::string& asked) {
  FieldContext context;
  context.key_name = name_for_the_key;
  for (const Scope& scope : provider.scopes) context.scope_ids.push_back(scope.id);
  for (const auto& [id, value] : values) {
    if (id == asked) continue;
    if (provider.field(id)->kind == FieldKind::secret) {
      context.secrets.insert({id, value});
    } else {
      context.others.insert({id, value});
    }
  }
  return context;
}

void check_paste(const Provider& provider, const FieldContext& context, const test::ProviderPaste& paste) {
  INFO(provider.id << "." << paste.field << ", " << paste.row << ": [" << paste.typed << "]");
  const FieldVerdict verdict = check_field(*provider.field(paste.field), paste.typed, context);
  REQUIRE(verdict.index() == paste.expected.index());
  if (const auto* accepted = std::get_if<FieldAccepted>(&verdict)) {
    const auto& expected = std::get<FieldAccepted>(paste.expected);
    CHECK(accepted->value == expected.value);
    CHECK(fill(accepted->warning, {{"value", accepted->value}}) == expected.warning);
    return;
  }
  const auto& problem = std::get<FieldProblem>(verdict);
  const auto& expected = std::get<FieldProblem>(paste.expected);
  CHECK(problem.field == expected.field);
  CHECK(fill(problem.message, problem.values) == expected.message);
  CHECK(problem.message_key == expected.message_key);
  CHECK(problem.suggestion == expected.suggestion);
}

std::string said_by(const FieldVerdict& verdict) {
  if (const auto* accepted = std::get_if<FieldAccepted>(&verdict)) return accepted->warning;
  return std::get<FieldProblem>(verdict).message;
}

void check_that_all_is_said(const Field& field, const std::set<std::string>& said) {
  for (const HostRule& rule : field.hosts) {
    INFO(rule.suffix << ": " << rule.message);
    CHECK(said.count(rule.message) == 1);
  }
  for (const Refusal& refusal : field.refuse) {
    INFO(refusal.message);
    CHECK(said.count(refusal.message) == 1);
  }
  if (field.short_under > 0) CHECK(said.count(field.short_message) == 1);
}

TEST_CASE("whatever people paste into a field of any provider ends in a value or in a sentence that helps") {
  for (const std::string& id : test::providers_with_pastes()) {
    const Provider provider = test::provider_file(id);
    const auto pastes = test::provider_pastes(provider);
    const auto values = values_of(pastes);
    for (const test::ProviderPaste& paste : pastes)
      check_paste(provider, context_of(provider, values, paste.field), paste);
  }
}

TEST_CASE("every field of every provider has six pastes or more, and each of its sentences is said for one") {
  for (const std::string& id : test::all_providers()) {
    if (id == "workable") continue;  // Has tables of its own, each longer than all of these.
    const Provider provider = test::provider_file(id);
    const auto pastes = test::provider_pastes(provider);
    for (const Field& field : provider.fields) {
      if (field.kind == FieldKind::choice) continue;
      INFO(id << "." << field.id);
      std::set<std::string> said;
      std::size_t count = 0;
      for (const test::ProviderPaste& paste : pastes) {
        if (paste.field != field.id) continue;
        ++count;
        said.insert(said_by(paste.expected));
      }
      CHECK(count >= 6);
      check_that_all_is_said(field, said);
    }
  }
}

}  // namespace
}  // namespace ats::model
