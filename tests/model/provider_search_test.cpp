#include "model/provider_search.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace ats;
using Names = std::vector<std::string>;

namespace {

model::ProviderEntry named(const std::string& name, const std::vector<std::string>& aliases = {}) {
  model::ProviderEntry provider;
  provider.name = name;
  provider.aliases = aliases;
  return provider;
}

Names found(const std::string& query) {
  static const model::Catalogue catalogue{named("Ashby", {"ashbyhq"}),
                                          named("BambooHR", {"Bamboo HR"}),
                                          named("Greenhouse"),
                                          named("Green Park", {"Workbench Suite"}),
                                          named("Teamtailor", {"team tailor"}),
                                          named("Workable", {"workable.com"}),
                                          named("Björn Recruit")};
  std::vector<const model::ProviderEntry*> all;
  for (const model::ProviderEntry& provider : catalogue) all.push_back(&provider);
  Names names;
  for (const model::ProviderEntry* provider : model::search(all, query)) names.push_back(provider->name);
  return names;
}

}  // namespace

TEST_CASE("a search finds a name by its beginning, its words and what stands inside, without case") {
  CHECK(found("WORKABLE") == Names{"Workable"});
  CHECK(found("park") == Names{"Green Park"});
  CHECK(found("house") == Names{"Greenhouse"});
  CHECK(found("bj\xc3\xb6rn") == Names{"Bj\xc3\xb6rn Recruit"});
}

TEST_CASE("spaces and punctuation do not count, in the search or in the name") {
  CHECK(found("team tailor") == Names{"Teamtailor"});
  CHECK(found("bamboo-hr") == Names{"BambooHR"});
  CHECK(found("greenpark") == Names{"Green Park"});
  CHECK(found("workable.com") == Names{"Workable"});
}

TEST_CASE("the best matches come first: names before aliases, beginnings before the middle") {
  CHECK(found("work") == Names{"Workable", "Green Park"});
  CHECK(found("green") == Names{"Greenhouse", "Green Park"});
  CHECK(found("a") == Names{"Ashby", "BambooHR", "Green Park", "Teamtailor", "Workable"});
  CHECK(found("r") ==
        Names{"Bj\xc3\xb6rn Recruit", "BambooHR", "Greenhouse", "Green Park", "Teamtailor", "Workable"});
}

TEST_CASE("who writes more than the name, or an address, finds the name") {
  CHECK(found("acme.ashbyhq.com") == Names{"Ashby"});
  CHECK(found("https://www.greenhouse.io/") == Names{"Greenhouse"});
  CHECK(found("Teamtailor AB (publ)") == Names{"Teamtailor"});
  CHECK(found("we use the Bamboo HR software") == Names{"BambooHR"});
  CHECK(found("greenhouses of ours").empty());
}

TEST_CASE("what two words make where they meet is no match inside a name") {
  CHECK(found("kre").empty());
  CHECK(found("hsu").empty());
}

TEST_CASE("a slip of the fingers is forgiven where nothing else matches") {
  CHECK(found("workabel") == Names{"Workable"});
  CHECK(found("wrokable") == Names{"Workable"});
  CHECK(found("grenhouse") == Names{"Greenhouse"});
  CHECK(found("teamtaylor") == Names{"Teamtailor"});
  CHECK(found("bambo hr") == Names{"BambooHR"});
  CHECK(found("ashbi") == Names{"Ashby"});
}

TEST_CASE("a short or a strange search is not guessed at") {
  CHECK(found("wrk").empty());
  CHECK(found("zzzzzzzz").empty());
  CHECK(found("wrkbl").empty());
}

TEST_CASE("a search without a letter or a digit finds nothing") {
  CHECK(found("...").empty());
  CHECK(found("").empty());
}
