#include "support/real_boot.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/provider_file.hpp"

namespace ats::test {
namespace {

std::string boot_text() {
  std::string text = R"({"page": {}, "plurals": {"0": "other", "1": "one", "2": "other"}, "messages": )";
  text += file_text("locales/en.json") + R"(, "catalogue": [)";
  const char* separator = "";
  for (const char* id : {"ashby", "jobvite", "lever", "pinpoint", "smartrecruiters", "workable"}) {
    text += separator + provider_entry(id).dump();
    separator = ",";
  }
  return text + "]}";
}

}  // namespace

const codec::Boot& real_boot() {
  static const codec::Boot boot = [] {
    codec::Boot read;
    REQUIRE(codec::read_boot(boot_text(), read, true) == "");
    for (const model::ProviderEntry& entry : read.setup.catalogue)
      read.setup.details[entry.id] = provider_file(entry.id);
    return read;
  }();
  return boot;
}

const model::Provider& real_provider(const std::string& id) {
  const auto found = real_boot().setup.details.find(id);
  REQUIRE(found != real_boot().setup.details.end());
  return found->second;
}

const model::ProviderEntry& real_entry(const std::string& id) {
  const model::ProviderEntry* entry = model::find_provider(real_boot().setup.catalogue, id);
  REQUIRE(entry != nullptr);
  return *entry;
}

}  // namespace ats::test
