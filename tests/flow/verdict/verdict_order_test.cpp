#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "flow/verdict/verdict.hpp"
#include "support/probe_replies.hpp"
#include "support/provider_file.hpp"

namespace ats::flow {
namespace {

using model::ErrorCode;
using model::NoAnswer;
using namespace test;

/// One scope probe's reply that leads to a row of the table when nothing earlier is seen.
struct Row {
  const char* name;
  ProbeReply reply;
  ErrorCode code;
};

/// In the order of contract.md 3. Row 5 is a good key; the required scope that the other probe lacks names
/// it. Row 7 needs the accounts and row 9 every probe, so both are checked apart.
const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {"1", relay(403, "origin"), ErrorCode::relay_misconfigured},
      {"2 offline", NoAnswer::offline, ErrorCode::offline},
      {"2 timeout", NoAnswer::timeout, ErrorCode::timeout},
      {"2 network", NoAnswer::network, ErrorCode::network},
      {"3", upstream(429), ErrorCode::rate_limited},
      {"4", upstream(401, "subdomain does not match"), ErrorCode::subdomain_mismatch},
      {"6", html(404), ErrorCode::subdomain_not_found},
      {"8", html(503), ErrorCode::provider_unavailable},
      {"10", upstream(401), ErrorCode::invalid_credentials},
      {"11", html(200), ErrorCode::unexpected_response},
  };
  return all;
}

std::string outcome(const ProbeReply& jobs, const ProbeReply& candidates,
                    const ProbeReply& accounts = Waiting{}) {
  const Verdict verdict =
      judge(provider_file("workable"), {{"r_jobs", "r_candidates"}, {}}, {{"subdomain", "acme"}},
            {{"jobs", jobs}, {"candidates", candidates}, {"accounts", accounts}});
  const auto* error = std::get_if<model::LinkError>(&verdict);
  return error == nullptr ? "connected" : std::string(model::name_of(error->code));
}

TEST_CASE("an earlier row wins over every later one, whichever probe shows it") {
  for (std::size_t early = 0; early < rows().size(); ++early) {
    for (std::size_t late = early; late < rows().size(); ++late) {
      INFO("row " << rows()[early].name << " against row " << rows()[late].name);
      const std::string expected(model::name_of(rows()[early].code));
      CHECK(outcome(rows()[early].reply, rows()[late].reply) == expected);
      CHECK(outcome(rows()[late].reply, rows()[early].reply) == expected);
    }
  }
}

TEST_CASE("row 5 stands between rows 4 and 6: a good probe wins over everything that says less") {
  for (const Row& row : rows()) {
    INFO("row " << row.name);
    const std::string name = row.name;
    const bool earlier = name < "5" && name != "10" && name != "11";
    const bool scope_missing = name == "6" || name == "10";
    const std::string expected = earlier         ? std::string(model::name_of(row.code))
                                 : scope_missing ? "INSUFFICIENT_SCOPES"
                                                 : "connected";
    CHECK(outcome(good(), row.reply) == expected);
    CHECK(outcome(row.reply, good()) == expected);
  }
}

TEST_CASE("row 7 stands between rows 6 and 8") {
  const ProbeReply others = accounts_of({"globex"});
  for (const Row& row : rows()) {
    INFO("row " << row.name);
    const std::string name = row.name;
    const bool later = name == "8" || name == "10" || name == "11";
    CHECK(outcome(row.reply, row.reply, others) ==
          (later ? "SUBDOMAIN_MISMATCH" : std::string(model::name_of(row.code))));
  }
  CHECK(outcome(upstream(403), upstream(403), others) == "SUBDOMAIN_MISMATCH");
  CHECK(outcome(good(), good(), others) == "connected");
}

TEST_CASE("row 9 wants 403 from every scope probe, so any other row wins over it") {
  for (const Row& row : rows()) {
    INFO("row " << row.name);
    CHECK(outcome(upstream(403), row.reply) == model::name_of(row.code));
  }
  CHECK(outcome(upstream(403), upstream(403)) == "INSUFFICIENT_SCOPES");
}

TEST_CASE("whatever becomes of the accounts probe, it never fails a good key nor excuses a bad one") {
  for (const Row& row : rows()) {
    INFO("row " << row.name);
    CHECK(outcome(good(), good(), row.reply) == "connected");
    CHECK(outcome(upstream(401), upstream(401), row.reply) == "INVALID_CREDENTIALS");
  }
  CHECK(outcome(good(), good(), Waiting{}) == "connected");
  CHECK(outcome(upstream(401), upstream(401), Waiting{}) == "INVALID_CREDENTIALS");
}

}  // namespace
}  // namespace ats::flow
