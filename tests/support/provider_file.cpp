#include "support/provider_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "codec/provider.hpp"

namespace ats::test {

std::string file_text(const std::string& path) {
  std::ifstream file(std::string(ATS_SOURCE_DIR) + "/" + path, std::ios::binary);
  INFO(path);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

model::Provider provider_file(const std::string& id) {
  const auto read = codec::read_provider(file_text("providers/" + id + ".json"));
  INFO(id << ": " << (read ? "" : read.error()->field + " should be " + read.error()->expected));
  REQUIRE(read.ok());
  return *read.value();
}

nlohmann::json provider_entry(const std::string& id) {
  const nlohmann::json file = nlohmann::json::parse(file_text("providers/" + id + ".json"), nullptr, false);
  nlohmann::json entry{{"asks", nlohmann::json::array()},
                       {"secrets", nlohmann::json::array()},
                       {"scopes", nlohmann::json::array()}};
  for (const char* same : {"id", "name", "aliases", "featured"}) entry[same] = file.at(same);
  for (const nlohmann::json& field : file.at("fields"))
    entry[field.at("kind") == "secret" ? "secrets" : "asks"].push_back(field.at("label"));
  for (const nlohmann::json& scope : file.at("scopes")) entry["scopes"].push_back(scope.at("id"));
  return entry;
}

}  // namespace ats::test
