#pragma once

#include "flow/turn.hpp"

namespace ats::flow {

/// Checks everything typed. True: it is clean and written back; false: the screen with the problem is shown.
[[nodiscard]] bool ready_to_verify(Turn& turn);
/// A new attempt with what the draft holds.
void start_attempt(Turn& turn);

}  // namespace ats::flow
