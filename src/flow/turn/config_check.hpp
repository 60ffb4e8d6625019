#pragma once

#include <string>

#include "flow/state.hpp"

namespace ats::flow {

/// The path of the first member of `state.config` that cannot be served, such as `scopes.required`; empty:
/// none.
[[nodiscard]] std::string wrong_member(const Setup& setup, const State& state);
[[nodiscard]] model::LinkError config_error(std::string member);

}  // namespace ats::flow
