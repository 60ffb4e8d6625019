#include "support/provider_pastes.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "support/provider_file.hpp"

namespace ats::test {
namespace {

const char* rule_name(model::Take take) {
  switch (take) {
    case model::Take::label:
      return "label";
    case model::Take::path:
      return "path";
    case model::Take::none:
      break;
  }
  return "none";
}

/// `host .acme.example none`: the suffix of a host rule and what it takes.
std::string rule_name(const model::HostRule& rule) {
  const std::string segment = rule.take == model::Take::path ? ":" + std::to_string(rule.segment) : "";
  return "host " + rule.suffix + " " + rule_name(rule.take) + segment;
}

std::string rule_name(const model::Refusal& refusal) {
  constexpr const char* names[] = {"email", "userinfo", "spaces",    "foreign", "punycode",
                                   "key",   "masked",   "jwt",       "uuid",    "url",
                                   "scope", "field:",   "lookalike", "address", "labels"};
  return names[static_cast<std::size_t>(refusal.like)] + refusal.field;
}

/// The sentence of the rule that a case names; `reserved acme` has the name in it.
std::string sentence_of(const model::Field& field, const std::string& rule) {
  for (const model::HostRule& host : field.hosts) {
    if (rule_name(host) == rule) return host.message;
  }
  for (const model::Refusal& refusal : field.refuse) {
    if (rule_name(refusal) == rule) return refusal.message;
  }
  if (rule == "short") return field.short_message;
  if (rule.substr(0, 9) == "reserved ") {
    const std::string name = rule.substr(9);
    const bool blocked = std::count(field.reserved.block.begin(), field.reserved.block.end(), name) > 0;
    return model::fill(blocked ? field.reserved.block_message : field.reserved.warn_message,
                       {{"value", name}});
  }
  return {};
}

model::FieldVerdict verdict_of(const model::Field& field, const nlohmann::json& entry) {
  if (entry.contains("accepted")) {
    const std::string rule = entry.value("warns", "");
    const std::string warning = rule.empty() ? std::string() : sentence_of(field, rule);
    if (!rule.empty()) REQUIRE_FALSE(warning.empty());
    return model::FieldAccepted{entry.at("accepted").get<std::string>(), warning};
  }
  model::FieldProblem problem;
  problem.field = field.id;
  problem.message_key = entry.value("messageKey", "");
  if (problem.message_key.empty()) {
    problem.message = sentence_of(field, entry.at("refused").get<std::string>());
    REQUIRE_FALSE(problem.message.empty());
  }
  problem.suggestion = entry.value("suggestion", "");
  return problem;
}

std::vector<std::string> ids_in(const std::string& folder) {
  std::vector<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ATS_SOURCE_DIR) + "/" + folder)) {
    const std::string name = entry.path().filename().string();
    const std::size_t dot = name.find('.');
    // Neither the schemas nor words in another language.
    if (name.substr(std::min(dot, name.size())) == ".json" && name != "schema.json")
      ids.push_back(name.substr(0, dot));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

std::vector<ProviderPaste> provider_pastes(const model::Provider& provider) {
  const auto parsed = nlohmann::json::parse(
      file_text("tests/fixtures/paste/providers/" + provider.id + ".json"), nullptr, false);
  REQUIRE(parsed.is_object());
  std::vector<ProviderPaste> pastes;
  for (const auto& [id, entries] : parsed.items()) {
    const model::Field* field = provider.field(id);
    INFO(provider.id << "." << id);
    REQUIRE(field != nullptr);
    for (const nlohmann::json& entry : entries) {
      INFO(entry.dump());
      // Exactly one outcome, or the case would check nothing.
      REQUIRE(entry.contains("accepted") + entry.contains("refused") + entry.contains("messageKey") == 1);
      pastes.push_back({id, entry.at("row").get<std::string>(), entry.at("typed").get<std::string>(),
                        verdict_of(*field, entry)});
    }
  }
  return pastes;
}

std::vector<std::string> providers_with_pastes() { return ids_in("tests/fixtures/paste/providers"); }

std::vector<std::string> all_providers() { return ids_in("providers"); }

}  // namespace ats::test
