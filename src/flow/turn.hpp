#pragma once

#include <vector>

#include "flow/effect.hpp"
#include "flow/event.hpp"
#include "flow/state.hpp"

namespace ats::flow {

/// One step while it is taken: the state as it becomes, and the effects so far.
struct Turn {
  const Setup& setup;
  State state;
  std::vector<Effect> effects;
};

void add(Turn& turn, Effect effect);

/// A LinkEvent with the step and provider of now; for those that say more than their name.
[[nodiscard]] NotifyHost notice(const Turn& turn, HostEvent name);
void tell(Turn& turn, HostEvent name);

/// Shows `screen`: focus is due, a shown key is masked, and a change of step is told and saved.
void go_to(Turn& turn, Screen screen);

/// Aborts the requests of the screen that is being left and stops its timer, if it has any.
void stop_running(Turn& turn);

/// Starts the time after which an untouched key is wiped, from the beginning.
void restart_idle_timer(Turn& turn);
/// The key goes from the state, from JavaScript and from the clock.
void wipe_secrets(Turn& turn);

}  // namespace ats::flow
