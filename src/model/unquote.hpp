#pragma once

#include <string_view>

namespace ats::model {

/// Quotes, backticks and brackets that stand around things people copy.
[[nodiscard]] bool is_quote(char32_t code_point);
/// `text` without the pairs around it, however many, and without the white space inside them.
[[nodiscard]] std::string_view unquote(std::string_view text);

}  // namespace ats::model
