#pragma once

#include "codec/object_reader.hpp"
#include "model/field_rule.hpp"

namespace ats::codec {

/// One entry of a provider file's `fields`.
[[nodiscard]] model::Field read_field(ObjectReader in);

}  // namespace ats::codec
