#pragma once

#include "codec/object_reader.hpp"
#include "model/provider.hpp"

namespace ats::codec {

/// An entry of the list that boot and `messages` bring.
[[nodiscard]] model::ProviderEntry read_entry(ObjectReader in);

/// A provider's details, or its whole file: what stands in the list and what is the relay's is left out.
[[nodiscard]] model::Provider read_provider(ObjectReader in);

}  // namespace ats::codec
