#pragma once

#include "flow/turn/turn.hpp"

namespace ats::flow {

void on(Turn& turn, const ChoosingProvider& screen, const Event& event);
/// Tells the host the name of an ATS that is not listed.
void on(Turn& turn, const RequestingProvider& screen, const Event& event);
void on(Turn& turn, const ChoosingMethod& screen, const Event& event);
void on(Turn& turn, const ConfirmingAdmin& screen, const Event& event);
void on(Turn& turn, const Inviting& screen, const Event& event);
/// Inviting somebody else, which returns to where it was.
void begin(Turn& turn, const Invitation& asked);

}  // namespace ats::flow
