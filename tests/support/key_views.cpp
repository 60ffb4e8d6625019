#include "support/key_views.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "codec/provider.hpp"
#include "support/gallery_words.hpp"
#include "support/provider_file.hpp"
#include "support/real_boot.hpp"
#include "support/sample_states.hpp"
#include "view/describe.hpp"

namespace ats::test {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

const fs::path& folder() {
  static const fs::path path = fs::path(ATS_SOURCE_DIR) / "providers";
  return path;
}

/// String by string, as the build does it.
void translate(Json& value, const Json& texts) {
  if (value.is_structured()) {
    for (Json& inner : value) translate(inner, texts);
  } else if (value.is_string() && texts.contains(value.get<std::string>())) {
    value = texts[value.get<std::string>()];
  }
}

model::Provider translated(const std::string& id, const std::string& language) {
  Json file = Json::parse(file_text("providers/" + id + ".json"), nullptr, false);
  if (fs::exists(folder() / (id + "." + language + ".json"))) {
    const std::string texts = file_text("providers/" + id + "." + language + ".json");
    for (const char* spoken : {"fields", "scopes", "guide"})
      translate(file[spoken], Json::parse(texts, nullptr, false).at("texts"));
  }
  const auto read = codec::read_provider(file.dump());
  INFO(id << " in " << language);
  REQUIRE(read.ok());
  return *read.value();
}

}  // namespace

const std::vector<std::string>& keyed_providers() {
  static const std::vector<std::string> ids = [] {
    std::vector<std::string> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder())) {
      const fs::path name = entry.path().filename();
      const std::string id = name.stem().string();
      if (name.extension() == ".json" && id != "schema" && id.find('.') == std::string::npos)
        found.push_back(id);
    }
    std::sort(found.begin(), found.end());
    return found;
  }();
  return ids;
}

view::ViewModel key_view(const std::string& provider, const std::string& language) {
  flow::Setup setup = real_boot().setup;
  if (model::find_provider(setup.catalogue, provider) == nullptr) {
    model::ProviderEntry entry;
    entry.id = provider;
    setup.catalogue.push_back(entry);
  }
  setup.details[provider] = translated(provider, language);
  return view::describe(setup, on_screen(flow::EnteringKey{}, provider), gallery_words(language)).view;
}

}  // namespace ats::test
