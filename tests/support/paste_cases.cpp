#include "support/paste_cases.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "support/provider_file.hpp"

namespace ats::test {
namespace {

std::string text_of(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? std::string() : found->get<std::string>();
}

}  // namespace

std::vector<PasteCase> paste_cases(const std::string& field) {
  const auto parsed =
      nlohmann::json::parse(file_text("tests/fixtures/paste/" + field + ".json"), nullptr, false);
  REQUIRE(parsed.is_array());
  std::vector<PasteCase> cases;
  for (const nlohmann::json& entry : parsed) {
    PasteCase one;
    one.row = text_of(entry, "row");
    one.typed = text_of(entry, "typed");
    one.accepted = entry.contains("accepted");
    one.value = {text_of(entry, "accepted"), text_of(entry, "warning")};
    one.message = text_of(entry, "message");
    one.message_key = text_of(entry, "messageKey");
    one.suggestion = text_of(entry, "suggestion");
    INFO(one.row << ": " << entry.dump());
    // Exactly one outcome, or the case would check nothing.
    REQUIRE(one.accepted + !one.message.empty() + !one.message_key.empty() == 1);
    cases.push_back(one);
  }
  return cases;
}

}  // namespace ats::test
