#pragma once

#include <string_view>

namespace ats::model {

/// `text` without the pairs of quotes, backticks or brackets around it, however many, and without the white
/// space inside them.
[[nodiscard]] std::string_view unquote(std::string_view text);
/// The key without what a copied header, assignment or curl line leaves around it. Never leaves nothing of
/// something.
[[nodiscard]] std::string_view unprefix(std::string_view text);

}  // namespace ats::model
