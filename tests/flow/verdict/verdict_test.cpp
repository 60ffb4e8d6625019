#include "flow/verdict/verdict.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/probe_replies.hpp"
#include "support/provider_file.hpp"

// The rows of the verdict table that end in an error, with their boundaries; verdict_order_test.cpp has their
// order, verdict_scopes_test.cpp what a good key may do.
namespace ats::flow {
namespace {

using model::ErrorCode;
using model::LinkError;
using model::NoAnswer;
using namespace test;

const Wanted both{{"r_jobs", "r_candidates"}, {}};

LinkError refusal(const ProbeReply& jobs, const ProbeReply& candidates,
                  const ProbeReply& accounts = Waiting{}) {
  const Verdict verdict = judge(provider_file("workable"), both, {{"subdomain", "acme"}},
                                {{"jobs", jobs}, {"candidates", candidates}, {"accounts", accounts}});
  const auto* error = std::get_if<LinkError>(&verdict);
  REQUIRE(error != nullptr);
  return *error;
}
ErrorCode code(const ProbeReply& jobs, const ProbeReply& candidates, const ProbeReply& accounts = Waiting{}) {
  return refusal(jobs, candidates, accounts).code;
}
/// The same reply from both scope probes.
ErrorCode code_of_both(const ProbeReply& reply) { return code(reply, reply); }

TEST_CASE("row 1: the relay's own refusals, and answers that are not the relay's, are a wrong set-up") {
  CHECK(code_of_both(relay(400, "bad_request")) == ErrorCode::relay_misconfigured);
  CHECK(code_of_both(relay(403, "origin")) == ErrorCode::relay_misconfigured);
  CHECK(code_of_both(relay(404, "unknown_probe")) == ErrorCode::relay_misconfigured);
  CHECK(code_of_both(relay(405, "method")) == ErrorCode::relay_misconfigured);
  CHECK(code_of_both(relay(200, "")) == ErrorCode::relay_misconfigured);
  CHECK(code_of_both(relay(404, "")) == ErrorCode::relay_misconfigured);
  CHECK(code_of_both(relay(500, "something_new")) == ErrorCode::relay_misconfigured);
}

TEST_CASE("row 2: no answer says whether we are offline, the ATS is slow, or it cannot be reached") {
  CHECK(code_of_both(NoAnswer::offline) == ErrorCode::offline);
  CHECK(code_of_both(NoAnswer::timeout) == ErrorCode::timeout);
  CHECK(code_of_both(relay(504, "timeout")) == ErrorCode::timeout);
  CHECK(code_of_both(Waiting{}) == ErrorCode::timeout);
  CHECK(code_of_both(NoAnswer::network) == ErrorCode::network);
  CHECK(code_of_both(relay(502, "bad_upstream")) == ErrorCode::network);
}

TEST_CASE("row 2: one probe without an answer is enough, even if the other one is good") {
  CHECK(code(good(), Waiting{}) == ErrorCode::timeout);
  CHECK(code(NoAnswer::network, good()) == ErrorCode::network);
  CHECK(code(NoAnswer::network, NoAnswer::timeout) == ErrorCode::timeout);
  CHECK(code(NoAnswer::timeout, NoAnswer::offline) == ErrorCode::offline);
}

TEST_CASE("row 3: a rate limit of the ATS or of the relay asks to wait") {
  CHECK(code_of_both(upstream(429)) == ErrorCode::rate_limited);
  CHECK(code_of_both(html(429)) == ErrorCode::rate_limited);
  CHECK(code_of_both(relay(429, "rate_limited")) == ErrorCode::rate_limited);
  CHECK(code(good(), upstream(429)) == ErrorCode::rate_limited);
}

TEST_CASE("row 3: the wait is what the answers name, between 1 and 60 seconds, else 10") {
  const auto wait = [](const ProbeReply& jobs, const ProbeReply& candidates) {
    return refusal(jobs, candidates).retry_after_ms;
  };
  CHECK(wait(limited(-1), good()) == 10'000);
  CHECK(wait(limited(0), good()) == 1'000);
  CHECK(wait(limited(999), good()) == 1'000);
  CHECK(wait(limited(1'001), good()) == 1'001);
  CHECK(wait(limited(59'999), good()) == 59'999);
  CHECK(wait(limited(60'001), good()) == 60'000);
  CHECK(wait(limited(3'000), limited(4'000)) == 4'000);
  CHECK(wait(limited(3'000), limited(-1)) == 3'000);
  CHECK(wait(relay(429, "rate_limited", 2'500), good()) == 2'500);
  CHECK(wait(relay(429, "rate_limited"), good()) == 10'000);
  CHECK(wait(upstream(401), upstream(401)) == 0);
}

TEST_CASE("row 4: the error text says that the subdomain does not match, whatever the status and the case") {
  const std::string text = "Request subdomain DOES NOT MATCH account subdomain";
  for (const int status : {400, 401, 403, 404, 422}) {
    CHECK(code_of_both(upstream(status, text)) == ErrorCode::subdomain_mismatch);
  }
  CHECK(code(upstream(401, "Not authorized"), upstream(401, text)) == ErrorCode::subdomain_mismatch);
  CHECK(refusal(upstream(401, text), upstream(401)).detail == text);
  CHECK(refusal(upstream(401, text), upstream(401), accounts_of({"globex"})).suggestion == "globex");
  CHECK(refusal(upstream(401, text), upstream(401)).suggestion.empty());
}

TEST_CASE("row 6: 404 or a redirect means that there is no such account") {
  for (const int status : {404, 300, 302, 399}) {
    CHECK(code_of_both(html(status)) == ErrorCode::subdomain_not_found);
  }
  CHECK(code(upstream(401), upstream(404)) == ErrorCode::subdomain_not_found);
  CHECK(code_of_both(upstream(299)) == ErrorCode::unexpected_response);
  CHECK(code_of_both(upstream(405)) == ErrorCode::unexpected_response);
}

TEST_CASE("row 6: the account of the key is offered when there is exactly one other") {
  const auto offered = [](const std::vector<std::string>& subdomains) {
    return refusal(html(404), html(404), accounts_of(subdomains)).suggestion;
  };
  CHECK(offered({"globex"}) == "globex");
  CHECK(offered({"globex", "globex"}) == "globex");
  CHECK(offered({"globex", "acme"}) == "globex");
  CHECK(offered({"globex", "initech"}).empty());
  CHECK(offered({"acme"}).empty());
  CHECK(offered({"ACME"}).empty());
  CHECK(offered({""}).empty());
  CHECK(offered({}).empty());
}

TEST_CASE("row 6: what the subdomain field would not take is not offered") {
  CHECK(refusal(html(404), html(404), accounts_of({"<b>"})).suggestion.empty());
  CHECK(refusal(html(404), html(404), accounts_of({"www"})).suggestion.empty());
}

TEST_CASE("row 7: a key whose accounts do not hold the typed one belongs to another account") {
  const LinkError error = refusal(upstream(401, "Not authorized"), upstream(401), accounts_of({"globex"}));
  CHECK(error.code == ErrorCode::subdomain_mismatch);
  CHECK(error.suggestion == "globex");
  CHECK(error.detail == "Not authorized");
  CHECK(refusal(upstream(401), upstream(401), accounts_of({"globex", "initech"})).suggestion.empty());
  CHECK(code(upstream(401), upstream(401), accounts_of({"globex", "initech"})) ==
        ErrorCode::subdomain_mismatch);
}

TEST_CASE("row 7: accounts that are unknown, or hold the typed one, explain nothing") {
  CHECK(code(upstream(401), upstream(401), accounts_of({"Acme"})) == ErrorCode::invalid_credentials);
  CHECK(code(upstream(401), upstream(401), accounts_of({})) == ErrorCode::invalid_credentials);
  model::UpstreamAnswer broken = accounts_of({"globex"});
  broken.body = model::Body::json;
  CHECK(code(upstream(401), upstream(401), broken) == ErrorCode::invalid_credentials);
}

TEST_CASE("row 8: every 5xx of one scope probe means that the ATS is not available") {
  for (const int status : {500, 503, 520, 599}) {
    CHECK(code(html(status), upstream(401)) == ErrorCode::provider_unavailable);
  }
  CHECK(code_of_both(upstream(600)) == ErrorCode::unexpected_response);
  CHECK(refusal(upstream(503, "Maintenance"), upstream(401)).detail == "Maintenance");
}

TEST_CASE("row 9: 403 with JSON from every scope probe means that the key may read nothing") {
  const LinkError error = refusal(upstream(403, "Forbidden"), upstream(403, "Forbidden"));
  CHECK(error.code == ErrorCode::insufficient_scopes);
  CHECK(error.missing_scopes == std::vector<std::string>{"r_jobs", "r_candidates"});
  CHECK(error.detail == "Forbidden");
}

TEST_CASE("row 9: a 403 that is no JSON, or not from every scope probe, is something else") {
  CHECK(code_of_both(html(403)) == ErrorCode::unexpected_response);
  CHECK(code(upstream(403), html(403)) == ErrorCode::unexpected_response);
  CHECK(code(upstream(403), upstream(401)) == ErrorCode::invalid_credentials);
}

TEST_CASE("row 10: 401 means that the ATS did not accept the key") {
  const LinkError error = refusal(upstream(401, "Not authorized"), upstream(401));
  CHECK(error.code == ErrorCode::invalid_credentials);
  CHECK(error.detail == "Not authorized");
  CHECK(error.missing_scopes.empty());
  CHECK(code(html(401), upstream(418)) == ErrorCode::invalid_credentials);
}

TEST_CASE("row 11: anything else is an unexpected answer") {
  CHECK(code_of_both(html(200)) == ErrorCode::unexpected_response);
  CHECK(code_of_both(upstream(200)) == ErrorCode::unexpected_response);
  CHECK(code_of_both(upstream(402, "Payment required")) == ErrorCode::unexpected_response);
  CHECK(refusal(upstream(402, "Payment required"), upstream(402)).detail == "Payment required");
  CHECK(code_of_both(upstream(0, {}, model::Body::ok)) == ErrorCode::unexpected_response);
}

TEST_CASE("no replies at all, or only of unknown probes, are an unexpected answer") {
  const model::Provider workable = provider_file("workable");
  for (const Replies& replies : {Replies{}, Replies{{"other", good()}}}) {
    const Verdict verdict = judge(workable, both, {{"subdomain", "acme"}}, replies);
    const auto* error = std::get_if<LinkError>(&verdict);
    REQUIRE(error != nullptr);
    CHECK(error->code == ErrorCode::unexpected_response);
  }
}

TEST_CASE("the ATS's own words are cut at 200 characters, never within one") {
  std::string text;
  std::string first;
  for (int i = 0; i < 250; ++i) text += "\u20ac";
  for (int i = 0; i < 200; ++i) first += "\u20ac";
  CHECK(refusal(upstream(401, text), upstream(401)).detail == first);
}

}  // namespace
}  // namespace ats::flow
