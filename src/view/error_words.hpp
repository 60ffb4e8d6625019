#pragma once

#include <string>

#include "model/link_error.hpp"
#include "view/describe.hpp"

namespace ats::view {

/// Where the words of a code are: `error.rate_limited`.
[[nodiscard]] std::string error_key(model::ErrorCode code);

/// One plain sentence that says what happened. It holds nothing of what the user typed, so a host may have it
/// too. `ats` is the provider's name, or empty.
[[nodiscard]] std::string error_sentence(const Messages& messages, model::ErrorCode code,
                                         const std::string& ats);

}  // namespace ats::view
