#pragma once

#include "flow/turn/turn.hpp"

namespace ats::flow {

void on(Turn& turn, const Failed& screen, const Event& event);
void on(Turn& turn, const Refused& screen, const Event& event);
void begin(Turn& turn, const Failure& asked);
void begin(Turn& turn, const SessionEnd& asked);

}  // namespace ats::flow
