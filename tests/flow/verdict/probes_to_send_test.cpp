#include "flow/verdict/probes_to_send.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/provider_file.hpp"

namespace ats::flow {
namespace {

using Ids = std::vector<std::string>;
using test::provider_file;

TEST_CASE("the probes of the wanted scopes are sent, then the one that names the account") {
  const model::Provider workable = provider_file("workable");
  CHECK(probes_to_send(workable, {{"r_jobs", "r_candidates"}, {}}) == Ids{"jobs", "candidates", "accounts"});
  CHECK(probes_to_send(workable, {{"r_candidates"}, {"r_jobs"}}) == Ids{"jobs", "candidates", "accounts"});
  CHECK(probes_to_send(workable, {{"r_candidates", "w_candidates"}, {}}) == Ids{"candidates", "accounts"});
  CHECK(probes_to_send(workable, {{"r_jobs", "r_jobs"}, {"unknown"}}) == Ids{"jobs", "accounts"});
}

TEST_CASE("when no wanted scope can be proved, the minimum's probes check the key") {
  const model::Provider workable = provider_file("workable");
  CHECK(probes_to_send(workable, {{"w_candidates"}, {}}) == Ids{"jobs", "candidates", "accounts"});
  CHECK(probes_to_send(workable, {}) == Ids{"jobs", "candidates", "accounts"});
  model::Provider bare = workable;
  for (model::Scope& scope : bare.scopes) scope.minimum = false;
  CHECK(probes_to_send(bare, {{"w_candidates"}, {}}) == Ids{"jobs", "candidates", "accounts"});
}

TEST_CASE("at most three probes are sent, those of required scopes first") {
  model::Provider provider;
  for (const char* id : {"a", "b", "c", "d"}) {
    provider.scopes.push_back({std::string("see_") + id, "See", false, false, id});
    provider.probes.push_back({id, "Reading", false});
  }
  provider.probes.push_back({"who", "Finding your account", true});
  CHECK(probes_to_send(provider, {{"see_d", "see_c"}, {"see_a", "see_b"}}) == Ids{"a", "c", "d"});
  CHECK(probes_to_send(provider, {{"see_d"}, {"see_a"}}) == Ids{"a", "d", "who"});
}

TEST_CASE("every provider file has a probe to send for its minimum") {
  for (const char* id : {"workable", "ashby", "jobvite", "lever", "pinpoint", "smartrecruiters"}) {
    const model::Provider provider = provider_file(id);
    Wanted wanted;
    for (const model::Scope& scope : provider.scopes) {
      if (scope.minimum) wanted.required.push_back(scope.id);
    }
    INFO(id);
    CHECK_FALSE(wanted.required.empty());
    CHECK_FALSE(probes_to_send(provider, wanted).empty());
  }
}

}  // namespace
}  // namespace ats::flow
