#pragma once

// For the sources of src/codec alone: no other layer sees nlohmann/json.
#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

namespace ats::codec {

using Json = nlohmann::json;

/// Deeper texts are refused before they are parsed.
inline constexpr int depth_limit = 24;

/// The parsed text; discarded if it is too long, too deep or not JSON.
[[nodiscard]] Json parse_json(std::string_view text, std::size_t limit);

/// A member of an object; null if there is none or `value` is no object.
[[nodiscard]] const Json* member(const Json& value, const char* name);
/// Null if the value is no string.
[[nodiscard]] const std::string* text_of(const Json* value);
/// A number that is whole and within `int`, clamped to `low` and `high`; `otherwise` if it is no number.
[[nodiscard]] int number_of(const Json* value, int low, int high, int otherwise);

}  // namespace ats::codec
