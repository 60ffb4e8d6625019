#pragma once

#include "flow/turn.hpp"

namespace ats::flow {

/// The first screen after opening or after the session was accepted: `method` where the provider is given.
void begin_walk(Turn& turn);
/// Makes `provider` the chosen one: what was typed for another one goes.
void choose(Turn& turn, const std::string& provider);
/// The chosen provider's screen for what it asks besides the key, or the key's where it asks nothing.
[[nodiscard]] Screen first_form(const Turn& turn);

}  // namespace ats::flow
