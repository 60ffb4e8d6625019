#pragma once

#include <string_view>

namespace ats::model {

/// The key without what a copied header, assignment or curl line leaves around it. Never leaves nothing of
/// something.
[[nodiscard]] std::string_view unprefix(std::string_view text);

}  // namespace ats::model
