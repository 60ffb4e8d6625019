#include "flow/turn/field_check.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/provider_file.hpp"

namespace ats::flow {
namespace {

TEST_CASE("the same key pasted into both secret fields is refused in the second") {
  const model::Provider jobvite = test::provider_file("jobvite");
  Draft draft;
  draft.secrets.emplace("api_key", base::Secret(" 0123456789abcdef0123"));
  draft.secrets.emplace("secret_key", base::Secret("0123456789abcdef0123\n"));
  const CheckedSecrets checked = check_secrets(jobvite, draft);
  REQUIRE(checked.problems.size() == 1);
  CHECK(checked.problems.front().field == "secret_key");
  CHECK(checked.problems.front().message ==
        "This is the API key again. Paste the secret key that came with it.");
  CHECK(checked.clean.count("api_key") == 1);
}

TEST_CASE("the name that the key is to be given is known when it is pasted for the key, at every provider") {
  for (const char* id : {"workable", "ashby", "jobvite", "lever", "pinpoint", "smartrecruiters"}) {
    INFO(id);
    const model::Provider provider = test::provider_file(id);
    Draft draft;
    draft.secrets.emplace("api_key", base::Secret(" BRAMBLEWAY "));
    const CheckedSecrets checked = check_secrets(provider, draft, "Brambleway");
    REQUIRE_FALSE(checked.problems.empty());
    CHECK(checked.problems.front().message.find("This looks like the key’s name.") == 0);
    CHECK(check_secrets(provider, draft, "Other").problems.front().message_key == "field.short");
  }
}

TEST_CASE("a value that is accepted may be warned of, and a secret’s is not repeated") {
  const model::Provider workable = test::provider_file("workable");
  Draft draft;
  const auto warning = [&](const std::string& id) {
    return warning_of(workable, draft, *workable.field(id), clean_fields(workable, draft));
  };
  CHECK(warning("subdomain").message.empty());
  CHECK(warning("api_key").message.empty());
  draft.fields["subdomain"] = " Careers ";
  CHECK(warning("subdomain").value == "careers");
  CHECK_FALSE(warning("subdomain").message.empty());
  draft.fields["subdomain"] = "acme";
  CHECK(warning("subdomain").message.empty());
  draft.secrets.emplace("api_key", base::Secret("abcdefghij0123456789abc"));
  CHECK_FALSE(warning("api_key").message.empty());
  CHECK(warning("api_key").value.empty());
}

}  // namespace
}  // namespace ats::flow
