#pragma once

#include <string>

#include "model/provider.hpp"

namespace ats::test {

/// providers/{id}.json as the product reads it; a failed check if it is not valid.
[[nodiscard]] model::Provider provider_file(const std::string& id);
/// The whole of a file below the repository; a failed check if it is not there.
[[nodiscard]] std::string file_text(const std::string& path);

}  // namespace ats::test
