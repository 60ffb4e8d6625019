#pragma once

#include <string>

#include "flow/effect.hpp"
#include "model/provider.hpp"
#include "view/describe.hpp"
#include "view/view_model.hpp"

namespace ats::codec {

/// A ViewModel as docs/bridge.md says: camelCase, empty members left out.
[[nodiscard]] std::string write_view(const view::ViewModel& view);

/// One effect for JavaScript's `perform`.
/// Catalogue and messages are for the `displayMessage` of errors.
[[nodiscard]] std::string write_effect(const flow::PageEffect& effect, const model::Catalogue& catalogue,
                                       const view::Messages& messages);

/// The first argument of `seal`: the Seal effect without its secrets.
[[nodiscard]] std::string write_seal(const flow::Seal& seal);

}  // namespace ats::codec
