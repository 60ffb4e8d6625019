#pragma once

#include <string_view>

#include "base/result.hpp"
#include "model/config.hpp"
#include "model/provider.hpp"

namespace ats::codec {

/// One file of providers/. Strict: a missing, wrong or unknown member is an error that names its path
/// (`fields.0.chars.first`). What only the relay needs (`auth`, a probe's request) is accepted and left out.
[[nodiscard]] base::Result<model::Provider, model::ConfigError> read_provider(std::string_view text);

}  // namespace ats::codec
