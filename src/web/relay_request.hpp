#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/secret.hpp"
#include "flow/effect.hpp"

namespace ats::web {

/// {relay}/v1/{provider}/{probe}?{field}={value}... (contract 7). Secrets are no part of it.
[[nodiscard]] std::string probe_url(std::string_view relay, const flow::SendProbe& probe);

/// "Bearer <value>" for one secret, "Bearer <base64url of {"id":"value",...}>" for several (contract 7), with
/// a terminating 0. Empty where a value cannot stand in a header.
[[nodiscard]] base::Secret authorization(const std::map<std::string, base::Secret>& secrets);

}  // namespace ats::web
