#pragma once

#include <string>

#include "codec/boot.hpp"

namespace ats::test {

/// The real provider files and English, read the way the link page's boot message is.
[[nodiscard]] const codec::Boot& real_boot();
[[nodiscard]] const model::Provider& real_provider(const std::string& id);
[[nodiscard]] const model::ProviderEntry& real_entry(const std::string& id);

}  // namespace ats::test
