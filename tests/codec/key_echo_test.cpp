#include "flow/verdict/key_echo.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>

#include "support/flow_printers.hpp"
#include "support/flow_samples.hpp"
#include "support/flow_walk.hpp"
#include "support/provider_file.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

TEST_CASE("a text that repeats the key in any form is known as one, and no other is", "[flow]") {
  const auto parsed =
      nlohmann::json::parse(test::file_text("tests/fixtures/key_echoes.json"), nullptr, false);
  REQUIRE_FALSE(parsed.is_discarded());
  const auto secret = parsed.at("secret").get<std::string>();
  const Secrets secrets{{"a", base::Secret(std::string(20, '0'))}, {"b", base::Secret(secret)}};
  for (const auto& [form, text] : parsed.at("echoes").items()) {
    INFO(form);
    CHECK(echoes_secret(text.get<std::string>(), secrets));
    CHECK(echoes_secret("Not valid: " + text.get<std::string>() + " (code 7)", secrets));
  }
  for (const auto& [form, text] : parsed.at("clean").items()) {
    INFO(form);
    CHECK_FALSE(echoes_secret(text.get<std::string>(), secrets));
  }
  CHECK_FALSE(echoes_secret(secret, {}));
  CHECK_FALSE(echoes_secret(secret, {{"a", base::Secret("")}}));
}

TEST_CASE("nothing of the ATS that repeats the key is left in a verdict", "[flow]") {
  const Secrets secrets{{"api_key", base::Secret("abcdefghijklmnopqrst")}};
  Verdict failed =
      model::LinkError{model::ErrorCode::invalid_credentials, {}, 0, "abcdefghij", "No abcdefgh"};
  drop_echoes(failed, secrets);
  CHECK(failed == Verdict{model::LinkError{model::ErrorCode::invalid_credentials, {}, 0, "", ""}});
  Verdict kept = model::LinkError{model::ErrorCode::invalid_credentials, {}, 0, "acme", "No abcdefg"};
  const Verdict before = kept;
  drop_echoes(kept, secrets);
  CHECK(kept == before);
  for (const model::Account& account :
       {model::Account{"7", "Acme abcdefgh", ""}, model::Account{"abcdefgh", "Acme", ""},
        model::Account{"abcd", "efgh", ""}, model::Account{"efgh", "abcd", ""}}) {
    Verdict connected = model::Connection{account, {}};
    drop_echoes(connected, secrets);
    CHECK(connected == Verdict{model::Connection{model::Account{}, {}}});
  }
}
