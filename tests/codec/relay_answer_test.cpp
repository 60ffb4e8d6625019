#include "codec/relay_answer.hpp"

#include "codec/fixture.hpp"

using namespace ats;
using namespace ats::test;

namespace {

std::string body_name(model::Body body) {
  return body == model::Body::ok ? "ok" : body == model::Body::json ? "json" : "other";
}

void check_upstream(const model::UpstreamAnswer& answer, const nlohmann::json& expected) {
  CHECK(answer.status == expected.at("status"));
  CHECK(body_name(answer.body) == expected.at("body"));
  CHECK(answer.error == expected.value("error", ""));
  CHECK(answer.rate_limit.reset_ms == expected.value("resetMs", -1));
  CHECK((answer.account ? answer.account->subdomain : "") == expected.value("account", ""));
  nlohmann::json accounts = nlohmann::json::array();
  for (const model::Account& account : answer.accounts) accounts.push_back(account.subdomain);
  CHECK(accounts == expected.value("accounts", nlohmann::json::array()));
}

}  // namespace

TEST_CASE("each relay answer of the fixture is read as the fixture says") {
  const nlohmann::json rows = fixture("relay_answers");
  for (const nlohmann::json& row : rows) {
    CAPTURE(row.at("name").get<std::string>());
    const int http = row.at("http").get<int>();
    const flow::ProbeReply reply = codec::parse_relay_answer(http, row.at("body").get<std::string>());
    const nlohmann::json& expected = row.at("reply");
    if (expected.at("kind") == "upstream") {
      const auto* answer = std::get_if<model::UpstreamAnswer>(&reply);
      REQUIRE(answer != nullptr);
      check_upstream(*answer, expected);
    } else {
      const auto* own = std::get_if<model::RelayAnswer>(&reply);
      REQUIRE(own != nullptr);
      CHECK(own->status == http);
      CHECK(own->code == expected.at("code"));
      CHECK(own->retry_after_ms == expected.value("retryAfterMs", -1));
    }
  }
}

TEST_CASE("a reply that is too long or too deep is not the relay's") {
  const std::string good = R"({"status":200,"body":"ok"})";
  CHECK(std::holds_alternative<model::UpstreamAnswer>(
      codec::parse_relay_answer(200, good + std::string(codec::reply_limit - good.size(), ' '))));
  CHECK(std::holds_alternative<model::RelayAnswer>(
      codec::parse_relay_answer(200, good + std::string(codec::reply_limit - good.size() + 1, ' '))));
  const std::string deep =
      R"({"status":200,"body":"ok","x":)" + std::string(5000, '[') + std::string(5000, ']') + "}";
  CHECK(std::holds_alternative<model::RelayAnswer>(codec::parse_relay_answer(200, deep)));
}

TEST_CASE("the ATS's words are cut between two characters") {
  std::string words;
  for (int i = 0; i < 300; ++i) words += "€";
  const auto reply =
      codec::parse_relay_answer(200, R"({"status":400,"body":"json","error":")" + words + "\"}");
  const auto* answer = std::get_if<model::UpstreamAnswer>(&reply);
  REQUIRE(answer != nullptr);
  CHECK(answer->error.size() <= 800);
  CHECK(answer->error.size() % 3 == 0);
}
