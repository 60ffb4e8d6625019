#pragma once

#include <optional>
#include <string>

#include "flow/verdict/evidence.hpp"

namespace ats::flow {

/// The accounts of the key are known, and the typed one is not among them.
[[nodiscard]] bool names_others_only(const Evidence& evidence);
/// The one other account of the key, if it is one that the field would take; else empty.
[[nodiscard]] std::string suggestion_of(const model::Provider& provider, const Evidence& evidence);
/// The account that was connected, as far as an answer named it.
[[nodiscard]] std::optional<model::Account> account_of(const Evidence& evidence);

}  // namespace ats::flow
