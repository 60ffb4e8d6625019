#pragma once

#include <string>
#include <string_view>

namespace ats::view {

/// Percent-encoding of everything but RFC 3986's unreserved characters, as mailto: headers want it (RFC
/// 6068).
[[nodiscard]] std::string percent_encode(std::string_view text);

}  // namespace ats::view
