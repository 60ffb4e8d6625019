#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "model/field_rule.hpp"
#include "support/paste_cases.hpp"
#include "support/provider_file.hpp"

namespace ats::model {
namespace {

FieldContext context_for(const Provider& provider, const Field& field) {
  FieldContext context;
  if (field.kind == FieldKind::secret) context.others = {{"subdomain", "acme"}};
  for (const Scope& scope : provider.scopes) context.scope_ids.push_back(scope.id);
  return context;
}

void check_case(const Field& field, const FieldContext& context, const test::PasteCase& one) {
  INFO(one.row << ": [" << one.typed << "]");
  const FieldVerdict verdict = check_field(field, one.typed, context);
  if (const auto* accepted = std::get_if<FieldAccepted>(&verdict)) {
    CHECK(one.accepted);
    CHECK(accepted->value == one.value.value);
    CHECK(fill(accepted->warning, {{"value", accepted->value}}) == one.value.warning);
  } else if (const auto* problem = std::get_if<FieldProblem>(&verdict)) {
    CHECK_FALSE(one.accepted);
    CHECK(problem->field == field.id);
    CHECK(fill(problem->message, problem->values) == one.message);
    CHECK(problem->message_key == one.message_key);
    CHECK(problem->suggestion == one.suggestion);
  }
}

void check_all(const std::string& id, std::size_t at_least) {
  const Provider workable = test::provider_file("workable");
  const Field* field = workable.field(id);
  REQUIRE(field != nullptr);
  const auto cases = test::paste_cases(id);
  CHECK(cases.size() >= at_least);
  for (const test::PasteCase& one : cases) check_case(*field, context_for(workable, *field), one);
}

TEST_CASE("whatever people paste as the subdomain ends in the subdomain or in a sentence that helps") {
  check_all("subdomain", 80);
}

TEST_CASE("whatever people paste as the API key ends in the key or in a sentence that helps") {
  check_all("api_key", 60);
}

TEST_CASE("every sentence of the Workable fields is said for at least one paste") {
  const Provider workable = test::provider_file("workable");
  for (const Field& field : workable.fields) {
    std::set<std::string> said;
    for (const test::PasteCase& one : test::paste_cases(field.id))
      said.insert({one.message, one.value.warning});
    for (const HostRule& rule : field.hosts) CHECK(said.count(rule.message) == 1);
    for (const Refusal& refusal : field.refuse) CHECK(said.count(refusal.message) == 1);
    for (const std::string& name : field.reserved.block) {
      CHECK(said.count(fill(field.reserved.block_message, {{"value", name}})) == 1);
    }
    for (const std::string& name : field.reserved.warn) {
      CHECK(said.count(fill(field.reserved.warn_message, {{"value", name}})) == 1);
    }
    if (field.short_under > 0) CHECK(said.count(field.short_message) == 1);
  }
}

}  // namespace
}  // namespace ats::model
