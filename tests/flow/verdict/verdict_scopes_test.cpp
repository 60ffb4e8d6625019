#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "flow/verdict/verdict.hpp"
#include "support/probe_replies.hpp"
#include "support/provider_file.hpp"

namespace ats::flow {
namespace {

using model::Connection;
using model::ErrorCode;
using model::LinkError;
using model::ScopeResult;
using namespace test;
using Ids = std::vector<std::string>;

Verdict workable_verdict(const Wanted& wanted, const Replies& replies) {
  return judge(provider_file("workable"), wanted, {{"subdomain", "acme"}}, replies);
}
Connection connection(const Verdict& verdict) {
  const auto* good_key = std::get_if<Connection>(&verdict);
  REQUIRE(good_key != nullptr);
  return *good_key;
}
LinkError error(const Verdict& verdict) {
  const auto* refused = std::get_if<LinkError>(&verdict);
  REQUIRE(refused != nullptr);
  return *refused;
}

TEST_CASE("what was not asked for but seen to be allowed is kept apart from what was") {
  const Replies replies{{"jobs", good()}, {"candidates", good()}};
  const Connection both = connection(workable_verdict({{"r_jobs", "r_candidates"}, {}}, replies));
  CHECK(both.more.empty());
  const Connection writer = connection(workable_verdict({{"w_candidates"}, {}}, replies));
  CHECK(writer.scopes == ScopeResult{{}, {}, {"w_candidates"}});
  CHECK(writer.more == Ids{"r_jobs", "r_candidates"});
  const Connection half = connection(workable_verdict({{"w_candidates"}, {"r_jobs"}},
                                                      {{"jobs", good()}, {"candidates", upstream(503, "")}}));
  CHECK(half.more.empty());
}

TEST_CASE("row 5: a required scope that is refused fails and is named, with the ATS's words") {
  for (const int status : {401, 403, 404}) {
    const LinkError refused = error(workable_verdict(
        {{"r_jobs", "r_candidates"}, {}}, {{"jobs", good()}, {"candidates", upstream(status, "Forbidden")}}));
    CHECK(refused.code == ErrorCode::insufficient_scopes);
    CHECK(refused.missing_scopes == Ids{"r_candidates"});
    CHECK(refused.detail == "Forbidden");
  }
}

TEST_CASE("row 5: an optional scope that is refused connects and is listed as missing") {
  const Verdict verdict =
      workable_verdict({{"r_jobs"}, {"r_candidates"}}, {{"jobs", good()}, {"candidates", upstream(403)}});
  CHECK(connection(verdict).scopes == ScopeResult{{"r_jobs"}, {"r_candidates"}, {}});
}

TEST_CASE("row 5: a scope that no probe can prove is unverified, required or not") {
  const Verdict verdict =
      workable_verdict({{"r_jobs", "w_candidates"}, {"r_offers", "not_a_scope"}}, {{"jobs", good()}});
  CHECK(connection(verdict).scopes ==
        ScopeResult{{"r_jobs"}, {}, {"w_candidates", "r_offers", "not_a_scope"}});
}

TEST_CASE("row 5: an answer that is neither good nor a refusal leaves its scope unverified") {
  for (const auto& reply : {html(503), html(200), html(302), upstream(422)}) {
    const Verdict verdict =
        workable_verdict({{"r_jobs", "r_candidates"}, {}}, {{"jobs", good()}, {"candidates", reply}});
    CHECK(connection(verdict).scopes == ScopeResult{{"r_jobs"}, {}, {"r_candidates"}});
  }
}

TEST_CASE("a scope asked for twice is reported once") {
  const Verdict verdict = workable_verdict({{"r_jobs", "r_jobs"}, {"r_jobs"}}, {{"jobs", good()}});
  CHECK(connection(verdict).scopes == ScopeResult{{"r_jobs"}, {}, {}});
}

TEST_CASE("row 9: without a required scope the optional ones that were refused are named") {
  CHECK(error(workable_verdict({{}, {"r_candidates"}}, {{"candidates", upstream(403)}})).missing_scopes ==
        Ids{"r_candidates"});
}

TEST_CASE("row 9: when only write scopes were asked for, the read scopes that were refused are named") {
  const Verdict verdict =
      workable_verdict({{"w_candidates"}, {}}, {{"jobs", upstream(403)}, {"candidates", upstream(403)}});
  CHECK(error(verdict).missing_scopes == Ids{"r_jobs", "r_candidates"});
}

TEST_CASE("the account is the listed one, else the one a candidate names, else nothing") {
  const Wanted wanted{{"r_candidates"}, {}};
  model::UpstreamAnswer candidates = good();
  const auto account = [&](const ProbeReply& accounts) {
    return connection(workable_verdict(wanted, {{"candidates", candidates}, {"accounts", accounts}})).account;
  };
  CHECK(account(Waiting{}) == std::nullopt);
  CHECK(account(accounts_of({"globex"})) == std::nullopt);
  CHECK(account(accounts_of({"globex", "acme"})) == model::Account{"id-acme", "The acme", "acme"});
  candidates.account = model::Account{"", "Acme Inc", "acme"};
  CHECK(account(Waiting{}) == model::Account{"", "Acme Inc", "acme"});
  CHECK(account(accounts_of({"acme"})) == model::Account{"id-acme", "The acme", "acme"});
  candidates.account = model::Account{"", "Globex", "globex"};
  CHECK(account(Waiting{}) == std::nullopt);
}

TEST_CASE("a provider's own rules say what its statuses mean, the most particular one first") {
  const model::Provider ashby = provider_file("ashby");
  const auto code = [&](const ProbeReply& reply) {
    return error(judge(ashby, {{"apiKeysRead"}, {}}, {}, {{"key", reply}})).code;
  };
  CHECK(code(upstream(403, "Forbidden")) == ErrorCode::invalid_credentials);
  CHECK(code(html(403)) == ErrorCode::invalid_credentials);
  CHECK(code(upstream(403, "Missing_Endpoint_Permission")) == ErrorCode::insufficient_scopes);
  model::Provider reversed = ashby;
  std::swap(reversed.verdicts.front(), reversed.verdicts.back());
  CHECK(error(judge(reversed, {{"apiKeysRead"}, {}}, {},
                    {{"key", upstream(403, "missing_endpoint_permission")}}))
            .code == ErrorCode::insufficient_scopes);
}

TEST_CASE("every meaning a rule can have leads to its row") {
  model::Provider workable = provider_file("workable");
  const auto code = [&](model::Meaning meaning) {
    workable.verdicts = {{418, "", meaning}};
    return error(judge(workable, {{"r_jobs"}, {}}, {{"subdomain", "acme"}}, {{"jobs", upstream(418)}})).code;
  };
  CHECK(code(model::Meaning::credentials) == ErrorCode::invalid_credentials);
  CHECK(code(model::Meaning::scope) == ErrorCode::insufficient_scopes);
  CHECK(code(model::Meaning::account) == ErrorCode::subdomain_not_found);
  CHECK(code(model::Meaning::other_account) == ErrorCode::subdomain_mismatch);
  CHECK(code(model::Meaning::unavailable) == ErrorCode::provider_unavailable);
}

TEST_CASE("a provider without an account in its addresses cannot miss one") {
  for (const char* id : {"ashby", "lever"}) {
    const model::Provider provider = provider_file(id);
    const std::string probe = provider.probes.front().id;
    for (const int status : {404, 302}) {
      const Verdict verdict = judge(provider, {}, {{"region", "api.lever.co"}}, {{probe, html(status)}});
      CHECK(error(verdict).code == ErrorCode::unexpected_response);
    }
  }
}

TEST_CASE("where nothing but the accounts probe was asked, it tells about the key") {
  CHECK(connection(workable_verdict({{"w_comments"}, {}}, {{"accounts", accounts_of({"acme"})}})).scopes ==
        ScopeResult{{}, {}, {"w_comments"}});
  CHECK(error(workable_verdict({{"w_comments"}, {}}, {{"accounts", upstream(401)}})).code ==
        ErrorCode::invalid_credentials);
}

}  // namespace
}  // namespace ats::flow
