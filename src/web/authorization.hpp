#pragma once

#include <map>
#include <string>

#include "base/secret.hpp"

namespace ats::web {

/// "Bearer <value>" for one secret, "Bearer <base64url of {"id":"value",...}>" for several (contract 7), with
/// a terminating 0. Empty where a value cannot stand in a header.
[[nodiscard]] base::Secret authorization(const std::map<std::string, base::Secret>& secrets);

}  // namespace ats::web
