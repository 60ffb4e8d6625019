#pragma once

#include <string>

#include "flow/turn/turn.hpp"

namespace ats::flow {

/// Makes `provider` the chosen one: what was typed for another one goes.
void choose(Turn& turn, const std::string& provider);
/// The chosen provider's screen for what it asks besides the key, or the key's where it asks nothing.
[[nodiscard]] Screen first_form(const Turn& turn);
/// The key's screen where the details that are known pass, else `first_form`.
[[nodiscard]] Screen furthest_form(const Turn& turn);
/// Checks everything typed. True: it is clean and written back; false: the screen with the problem is shown.
[[nodiscard]] bool ready_to_verify(Turn& turn);

}  // namespace ats::flow
