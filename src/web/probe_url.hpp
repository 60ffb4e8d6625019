#pragma once

#include <string>
#include <string_view>

#include "flow/effect.hpp"

namespace ats::web {

/// Everything but RFC 3986's unreserved characters as %XX.
void append_percent_encoded(std::string& target, std::string_view text);
/// {relay}/v1/{provider}/{probe}?{field}={value}... (contract 7). Secrets are no part of it.
[[nodiscard]] std::string probe_url(std::string_view relay, const flow::SendProbe& probe);

}  // namespace ats::web
