#pragma once

#include "flow/turn/turn.hpp"

namespace ats::flow {

void on(Turn& turn, const AwaitingProvider& screen, const Event& event);
void begin(Turn& turn, const Onward& asked);
/// A provider's details came, or did not, or are wanted in another language; true: the event was that.
[[nodiscard]] bool on_details(Turn& turn, const Event& event);

}  // namespace ats::flow
