#pragma once

#include "codec/object_reader.hpp"
#include "model/provider.hpp"

namespace ats::codec {

/// A provider file that is already parsed, also as an entry of the boot message's catalogue.
[[nodiscard]] model::Provider read_provider(ObjectReader in);

}  // namespace ats::codec
