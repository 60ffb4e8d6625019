#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "model/provider.hpp"

namespace ats::test {

/// providers/{id}.json as the product reads it; a failed check if it is not valid.
[[nodiscard]] model::Provider provider_file(const std::string& id);
/// The same provider as an entry of the list that a page is given.
[[nodiscard]] nlohmann::json provider_entry(const std::string& id);
/// The whole of a file below the repository; a failed check if it is not there.
[[nodiscard]] std::string file_text(const std::string& path);

}  // namespace ats::test
