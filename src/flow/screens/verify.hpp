#pragma once

#include "flow/turn/turn.hpp"

namespace ats::flow {

void on(Turn& turn, const Verifying& screen, const Event& event);
/// With probes, or at once to the hand-over where there is nothing to ask.
void begin(Turn& turn, const NewAttempt& asked);

}  // namespace ats::flow
