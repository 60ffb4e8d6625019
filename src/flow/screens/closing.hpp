#pragma once

#include "flow/turn/turn.hpp"

namespace ats::flow {

void on(Turn& turn, const Connected& screen, const Event& event);

// On every screen that has what they are about; true: the event was for them.
[[nodiscard]] bool on_overlay(Turn& turn, const Event& event);
[[nodiscard]] bool on_closing(Turn& turn, const Event& event);
[[nodiscard]] bool on_report(Turn& turn, const Event& event);
[[nodiscard]] bool on_help(Turn& turn, const Event& event);

}  // namespace ats::flow
