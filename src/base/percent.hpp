#pragma once

#include <string>
#include <string_view>

namespace ats::base {

/// Everything but RFC 3986's unreserved characters as %XX: for the parts of an address, and for mailto:
/// headers (RFC 6068).
void append_percent_encoded(std::string& target, std::string_view text);

}  // namespace ats::base
