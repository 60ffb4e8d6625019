#pragma once

#include <string>
#include <vector>

#include "flow/state.hpp"
#include "flow/verdict/evidence.hpp"

namespace ats::flow {

/// Each wanted scope once, required ones first: granted, missing, or unverified where no probe could tell.
[[nodiscard]] model::ScopeResult scope_result(const model::Provider& provider, const Wanted& wanted,
                                              const Evidence& evidence);
/// The scopes of the catalogue that are not wanted and were seen to be allowed all the same.
[[nodiscard]] std::vector<std::string> unasked_scopes(const model::Provider& provider, const Wanted& wanted,
                                                      const Evidence& evidence);
/// Those of `scopes` that are missing.
[[nodiscard]] std::vector<std::string> missing_of(const model::ScopeResult& result,
                                                  const std::vector<std::string>& scopes);
/// The scopes of the catalogue whose probe was refused, for a key that lacks even what was not asked for.
[[nodiscard]] std::vector<std::string> refused_scopes(const model::Provider& provider,
                                                      const Evidence& evidence);

}  // namespace ats::flow
