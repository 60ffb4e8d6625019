#include "model/field_rule.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/provider_file.hpp"

namespace ats::model {
namespace {

Field plain_field() {
  Field field;
  field.id = "company";
  field.label = "Company";
  field.clean = {Clean::trim};
  field.chars = {"a-z", "a-z-", "a-z"};
  field.min = 2;
  field.max = 4;
  return field;
}

FieldProblem problem_with(const Field& field, std::string_view typed, const FieldContext& context = {}) {
  const FieldVerdict verdict = check_field(field, typed, context);
  const auto* problem = std::get_if<FieldProblem>(&verdict);
  REQUIRE(problem != nullptr);
  return *problem;
}

TEST_CASE("an empty field is refused, an empty optional one accepted as empty") {
  Field field = plain_field();
  CHECK(problem_with(field, " ").message_key == "field.empty");
  field.optional = true;
  CHECK(check_field(field, " ", {}) == FieldVerdict(FieldAccepted{}));
}

TEST_CASE("a problem carries what its sentence needs, counted in characters") {
  const FieldProblem problem = problem_with(plain_field(), "a\u20acbcd");
  CHECK(problem.field == "company");
  CHECK(problem.message_key == "field.long");
  CHECK(problem.values ==
        std::map<std::string, std::string>{{"label", "Company"}, {"count", "5"}, {"min", "2"}, {"max", "4"}});
}

TEST_CASE("length comes before characters, and both ends of each limit count") {
  const Field field = plain_field();
  CHECK(problem_with(field, "!").message_key == "field.short");
  CHECK(check_field(field, "ab", {}) == FieldVerdict(FieldAccepted{"ab", ""}));
  CHECK(check_field(field, "abcd", {}) == FieldVerdict(FieldAccepted{"abcd", ""}));
  CHECK(problem_with(field, "abcd!").message_key == "field.long");
}

TEST_CASE("a character that may stand nowhere is told from one in the wrong place") {
  Field field = plain_field();
  CHECK(problem_with(field, "a!-").message_key == "field.chars");
  CHECK(problem_with(field, "-ab").message_key == "field.ends");
  CHECK(problem_with(field, "ab-").message_key == "field.ends");
  field.chars.last = "a-z!";
  CHECK(problem_with(field, "a!b").message_key == "field.chars");
  CHECK(check_field(field, "ab!", {}) == FieldVerdict(FieldAccepted{"ab!", ""}));
}

TEST_CASE("a choice is one of its options, spelt exactly") {
  Field field;
  field.id = "region";
  field.kind = FieldKind::choice;
  field.options = {{"api.example", "Global"}, {"api.eu.example", "Europe"}};
  CHECK(check_field(field, "api.eu.example", {}) == FieldVerdict(FieldAccepted{"api.eu.example", ""}));
  CHECK(problem_with(field, "api.EU.example").message_key == "field.option");
  CHECK(problem_with(field, "").message_key == "field.empty");
}

TEST_CASE("the first refusal of the file wins") {
  Field field = plain_field();
  field.refuse = {{Like::spaces, "", "spaces"}, {Like::foreign, "", "foreign"}};
  CHECK(problem_with(field, "\u00e9 a").message == "spaces");
  std::swap(field.refuse[0], field.refuse[1]);
  CHECK(problem_with(field, "\u00e9 a").message == "foreign");
}

TEST_CASE("a host rule whose value is no good gives way to the next one") {
  Field field = plain_field();
  field.hosts = {{".app.example", Take::label, 0, "", {"no"}, "label"},
                 {".app.example", Take::none, 0, "", {}, "none"}};
  CHECK(problem_with(field, "acme.app.example").suggestion == "acme");
  for (const char* typed : {"no.app.example", "toolong.app.example", "x.app.example", "-a-.app.example"}) {
    CHECK(problem_with(field, typed).message == "none");
    CHECK(problem_with(field, typed).suggestion.empty());
  }
}

TEST_CASE("a field without host rules takes its text as it is") {
  Field field = plain_field();
  field.chars = {"!-~", "!-~", "!-~"};
  for (const char* typed : {"ab/", "ab.", "AB:1", "//a"}) {
    CHECK(check_field(field, typed, {}) == FieldVerdict(FieldAccepted{typed, ""}));
  }
}

TEST_CASE("the second secret of a provider may not be the first one again") {
  const Provider jobvite = test::provider_file("jobvite");
  const Field* field = jobvite.field("secret_key");
  REQUIRE(field != nullptr);
  FieldContext context;
  context.secrets = {{"api_key", " 0123456789abcdef0123 "}};
  CHECK(problem_with(*field, "0123456789abcdef0123", context).message ==
        "This is the API key again. Paste the secret key that came with it.");
  const FieldVerdict other = check_field(*field, "fedcba98765432100123", context);
  CHECK(std::holds_alternative<FieldAccepted>(other));
}

TEST_CASE("every provider file keeps a web address out of its secret fields") {
  for (const char* id : {"workable", "ashby", "jobvite", "lever", "pinpoint", "smartrecruiters"}) {
    const Provider provider = test::provider_file(id);
    CHECK_FALSE(provider.secret_fields().empty());
    for (const Field* field : provider.secret_fields()) {
      CHECK_FALSE(problem_with(*field, "https://acme.example/settings").message.empty());
    }
  }
}

TEST_CASE("what stands behind a label does not hide that it is a key") {
  const Provider workable = test::provider_file("workable");
  const Field& subdomain = workable.fields.front();
  REQUIRE(subdomain.id == "subdomain");
  const std::string key = "abcdefghijklmnopqrsta0123456789";
  const std::string sentence = problem_with(subdomain, key).message;
  for (const char* behind : {":", ":443", "/", "."}) {
    INFO(behind);
    CHECK(problem_with(subdomain, key + behind).message == sentence);
  }
}

}  // namespace
}  // namespace ats::model
