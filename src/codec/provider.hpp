#pragma once

#include <string_view>

#include "base/result.hpp"
#include "model/config.hpp"
#include "model/provider.hpp"

namespace ats::codec {

class ObjectReader;

/// One file of providers/. Strict: a missing, wrong or unknown member is an error that names its path
/// (`fields.0.chars.first`). What only the relay needs (`auth`, a probe's request) is accepted and left out.
[[nodiscard]] base::Result<model::Provider, model::ConfigError> read_provider(std::string_view text);

// For what is a part of another message.

/// An entry of the list that boot and `messages` bring.
[[nodiscard]] model::ProviderEntry read_entry(ObjectReader in);

/// A provider's details, or its whole file: what stands in the list and what is the relay's is left out.
[[nodiscard]] model::Provider read_provider(ObjectReader in);

}  // namespace ats::codec
