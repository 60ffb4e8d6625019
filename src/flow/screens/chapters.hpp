#pragma once

#include "flow/turn/turn.hpp"

namespace ats::flow {

// What each screen makes of an event, in the file of its chapter; what it does not know changes nothing.
// `screen` is the one that the event met, not a part of `turn`.
void on(Turn& turn, const Idle& screen, const Event& event);
void on(Turn& turn, const AwaitingSession& screen, const Event& event);
void on(Turn& turn, const ConfirmingSession& screen, const Event& event);
void on(Turn& turn, const ChoosingProvider& screen, const Event& event);
void on(Turn& turn, const RequestingProvider& screen, const Event& event);
void on(Turn& turn, const ChoosingMethod& screen, const Event& event);
void on(Turn& turn, const ConfirmingAdmin& screen, const Event& event);
void on(Turn& turn, const Inviting& screen, const Event& event);
void on(Turn& turn, const AwaitingProvider& screen, const Event& event);
void on(Turn& turn, const ReviewingPermissions& screen, const Event& event);
void on(Turn& turn, const EnteringDetails& screen, const Event& event);
void on(Turn& turn, const EnteringKey& screen, const Event& event);
void on(Turn& turn, const Verifying& screen, const Event& event);
void on(Turn& turn, const HandingOver& screen, const Event& event);
void on(Turn& turn, const Connected& screen, const Event& event);
void on(Turn& turn, const Failed& screen, const Event& event);
void on(Turn& turn, const Refused& screen, const Event& event);

// How that begins which a screen asked for, in the file of the screen that it leads to.
void begin(Turn& turn, const Walk& asked);
void begin(Turn& turn, const SessionQuestion& asked);
void begin(Turn& turn, const Invitation& asked);
void begin(Turn& turn, const Onward& asked);
void begin(Turn& turn, const NewAttempt& asked);
void begin(Turn& turn, const HandOver& asked);
void begin(Turn& turn, const RepeatedHandOver& asked);
void begin(Turn& turn, const Failure& asked);
void begin(Turn& turn, const SessionEnd& asked);

// What is the same on every screen; true: the event was for them.
[[nodiscard]] bool on_overlay(Turn& turn, const Event& event);
[[nodiscard]] bool on_closing(Turn& turn, const Event& event);
[[nodiscard]] bool on_report(Turn& turn, const Event& event);
[[nodiscard]] bool on_help(Turn& turn, const Event& event);
[[nodiscard]] bool on_start_over(Turn& turn, const Event& event);
[[nodiscard]] bool on_details(Turn& turn, const Event& event);
[[nodiscard]] bool on_config(Turn& turn, const Event& event);
[[nodiscard]] bool on_idle_timer(Turn& turn, const Event& event);

}  // namespace ats::flow
