#pragma once

#include <string>
#include <string_view>

namespace ats::model {

/// Whether `character` is in `ranges`, as `chars` of a provider file are written: "a-z0-9-".
[[nodiscard]] bool in_set(std::string_view ranges, char character);

// Character classes that do not depend on a locale.
[[nodiscard]] bool is_lower(char character);
[[nodiscard]] bool is_upper(char character);
[[nodiscard]] bool is_letter(char character);
[[nodiscard]] bool is_digit(char character);
[[nodiscard]] bool is_hex(char character);
[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] char to_lower(char character);
[[nodiscard]] std::string to_lower(std::string_view text);
/// The same but for the case of ASCII letters.
[[nodiscard]] bool same_word(std::string_view a, std::string_view b);
[[nodiscard]] bool starts_with_word(std::string_view text, std::string_view lower_case_word);
/// Where `lower_case_word` stands in `text` whatever its case, or npos.
[[nodiscard]] std::size_t find_word(std::string_view text, std::string_view lower_case_word);

/// Unicode White_Space.
[[nodiscard]] bool is_space(char32_t code_point);
/// The part of it that starts a new line.
[[nodiscard]] bool is_line_break(char32_t code_point);
/// Shows nothing and takes no room: zero-width and direction marks, soft hyphen, BOM.
[[nodiscard]] bool is_invisible(char32_t code_point);

[[nodiscard]] bool has_space(std::string_view text);
[[nodiscard]] std::string_view trim_start(std::string_view text);
[[nodiscard]] std::string_view trim_end(std::string_view text);
[[nodiscard]] std::string_view trim_ends(std::string_view text);

}  // namespace ats::model
