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
    text += separator + file_text(std::string("providers/") + id + ".json");
    separator = ",";
  }
  return text + "]}";
}

}  // namespace

const codec::Boot& real_boot() {
  static const codec::Boot boot = [] {
    codec::Boot read;
    REQUIRE(codec::read_boot(boot_text(), read, true) == "");
    return read;
  }();
  return boot;
}

const model::Provider& real_provider(const std::string& id) {
  const model::Provider* provider = model::find_provider(real_boot().setup.catalogue, id);
  REQUIRE(provider != nullptr);
  return *provider;
}

}  // namespace ats::test
