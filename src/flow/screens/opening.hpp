#pragma once

#include "flow/turn/turn.hpp"

namespace ats::flow {

void on(Turn& turn, const Idle& screen, const Event& event);
void on(Turn& turn, const AwaitingSession& screen, const Event& event);
void on(Turn& turn, const ConfirmingSession& screen, const Event& event);
void begin(Turn& turn, const Walk& asked);
void begin(Turn& turn, const SessionQuestion& asked);

// On every screen; true: the event was for them.
[[nodiscard]] bool on_start_over(Turn& turn, const Event& event);
/// What the host changes later; while nothing is opened yet that is the screen's.
[[nodiscard]] bool on_config(Turn& turn, const Event& event);

}  // namespace ats::flow
