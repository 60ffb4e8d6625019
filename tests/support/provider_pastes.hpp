#pragma once

#include <string>
#include <vector>

#include "model/provider.hpp"

namespace ats::test {

/// One case of tests/fixtures/paste/providers: what was typed into one field, and what must come of it.
struct ProviderPaste {
  std::string field;
  std::string row;  // What people do here.
  std::string typed;
  model::FieldVerdict expected;
};

/// tests/fixtures/paste/providers/{id}.json. A case names the rule whose sentence is said, not the sentence;
/// a failed check if there is no such rule in the provider's file.
[[nodiscard]] std::vector<ProviderPaste> provider_pastes(const model::Provider& provider);

/// The ids of all files in tests/fixtures/paste/providers, in order.
[[nodiscard]] std::vector<std::string> providers_with_pastes();

/// The ids of all provider files, in order.
[[nodiscard]] std::vector<std::string> all_providers();

}  // namespace ats::test
