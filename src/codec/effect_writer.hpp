#pragma once

#include <string>

#include "flow/effect.hpp"
#include "model/provider.hpp"
#include "view/describe.hpp"

namespace ats::codec {

/// One effect for JavaScript's `perform`.
/// Catalogue and messages are for the `displayMessage` of errors.
[[nodiscard]] std::string write_effect(const flow::PageEffect& effect, const model::Catalogue& catalogue,
                                       const view::Messages& messages);

/// The first argument of `seal`: the Seal effect without its secrets.
[[nodiscard]] std::string write_seal(const flow::Seal& seal);

}  // namespace ats::codec
