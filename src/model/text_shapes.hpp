#pragma once

#include <string_view>

namespace ats::model {

// The shapes of providers/README.md "fields" that need nothing but the text itself, which is never empty.
[[nodiscard]] bool is_email(std::string_view text);
[[nodiscard]] bool is_punycode(std::string_view text);
[[nodiscard]] bool is_key(std::string_view unlowered);
/// One word that nobody would write by hand: 16 or more characters of a key, a digit among them.
[[nodiscard]] bool is_token(std::string_view text);
/// Some word of it is one.
[[nodiscard]] bool holds_token(std::string_view text);
/// Some word of it is too long and too mixed to be a name: what is to leave the page as plain text holds no
/// such word. Stricter than `is_key`, as a name that is refused costs less than a key that is told.
[[nodiscard]] bool may_be_key(std::string_view text);
[[nodiscard]] bool is_masked(std::string_view text);
[[nodiscard]] bool is_jwt(std::string_view text);
[[nodiscard]] bool is_uuid(std::string_view text);
[[nodiscard]] bool is_url(std::string_view text);

}  // namespace ats::model
