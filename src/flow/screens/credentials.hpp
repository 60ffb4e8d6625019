#pragma once

#include "flow/turn/turn.hpp"

namespace ats::flow {

void on(Turn& turn, const ReviewingPermissions& screen, const Event& event);
void on(Turn& turn, const EnteringDetails& screen, const Event& event);
void begin(Turn& turn, const KeyAgain& asked);
void on(Turn& turn, const EnteringKey& screen, const Event& event);

}  // namespace ats::flow
