#include <string>
#include <utility>
#include <vector>

#include "codec/fixture.hpp"
#include "codec/relay_answer.hpp"
#include "flow/verdict/scope_result.hpp"

using namespace ats;

TEST_CASE("the verdict says of each scope what the fixture says, as the backend's own check does") {
  const auto rows =
      nlohmann::json::parse(test::file_text("tests/fixtures/scope_results.json"), nullptr, false);
  REQUIRE_FALSE(rows.is_discarded());
  const model::Provider workable = test::provider_file("workable");
  for (const nlohmann::json& row : rows) {
    CAPTURE(row.at("name").get<std::string>());
    flow::Replies replies;
    for (const auto& [probe, answer] : row.at("replies").items())
      replies.emplace_back(probe, codec::parse_relay_answer(200, answer.dump()));
    const flow::Evidence evidence = flow::evidence_of(workable, {{"subdomain", "acme"}}, replies);
    const model::ScopeResult result =
        flow::scope_result(workable, {row.at("wanted").get<std::vector<std::string>>(), {}}, evidence);
    CHECK(result.granted == row.at("granted").get<std::vector<std::string>>());
    CHECK(result.missing == row.at("missing").get<std::vector<std::string>>());
    CHECK(result.unverified == row.at("unverified").get<std::vector<std::string>>());
  }
}
