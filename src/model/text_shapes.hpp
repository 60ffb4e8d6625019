#pragma once

#include <string_view>

namespace ats::model {

// The shapes of providers/README.md "fields" that need nothing but the text itself, which is never empty.
[[nodiscard]] bool is_email(std::string_view text);
[[nodiscard]] bool is_punycode(std::string_view text);
[[nodiscard]] bool is_key(std::string_view unlowered);
[[nodiscard]] bool is_masked(std::string_view text);
[[nodiscard]] bool is_jwt(std::string_view text);
[[nodiscard]] bool is_uuid(std::string_view text);
[[nodiscard]] bool is_url(std::string_view text);

}  // namespace ats::model
