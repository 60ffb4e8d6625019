#pragma once

#include "flow/turn/turn.hpp"

namespace ats::flow {

void on(Turn& turn, const HandingOver& screen, const Event& event);
/// Seals the key, with a time limit of its own.
void begin(Turn& turn, const HandOver& asked);
/// With the token that there is, else sealed anew.
void begin(Turn& turn, const RepeatedHandOver& asked);

}  // namespace ats::flow
