#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "flow/effect.hpp"
#include "flow/event.hpp"
#include "flow/state.hpp"

namespace ats::flow {

// What comes next, as a screen asks for it: by value, so that none has to know how another begins.

/// The first screen after opening or after the session was accepted.
struct Walk {};
/// Hosted link: whose session this is, by the backend.
struct SessionQuestion {};
/// From `method` or `admin` to the screen that helps to ask somebody else.
struct Invitation {};
/// On to a step that needs the provider's details.
struct Onward {
  Step to = Step::permissions;
};
/// With the draft as it was checked (`ready_to_verify`).
struct NewAttempt {};
/// Back to the key from where it is checked or handed over; it is there unless it was sealed to be posted.
struct KeyAgain {};
/// The key is good, or taken as it is. `replies`: what the user saw of each probe.
struct HandOver {
  Attempt attempt;
  model::Connection connection;
  Replies replies;
};
/// Again after a failure.
struct RepeatedHandOver {
  HandingOver pending;
};
/// To be told, with what the user can do about it; one that ends the session refuses instead.
struct Failure {
  model::LinkError error;
  Attempt attempt;
  std::optional<HandingOver> pending = std::nullopt;
  Replies replies{};
};
/// The session cannot go on: whatever runs is stopped, the key is wiped and only Close is left.
struct SessionEnd {
  model::LinkError error;
};
/// The same event once more, now for the screen that was put in the place of the one it met.
struct Again {};
using Next = std::variant<std::monostate, Walk, SessionQuestion, Invitation, Onward, NewAttempt, KeyAgain,
                          HandOver, RepeatedHandOver, Failure, SessionEnd, Again>;

// Each screen has an `on` for what it makes of an event, and what a screen can ask for a `begin`, both in
// screens/. An event that a screen does not know changes nothing. The screen given to `on` is the one that
// the event met, not a part of the turn.

/// One step while it is taken: the state as it becomes, the effects so far, and what a screen asked for.
struct Turn {
  const Setup& setup;
  State state;
  std::vector<Effect> effects;
  Next next;
};

void add(Turn& turn, Effect effect);

/// A LinkEvent with the step and provider of now; for those that say more than their name.
[[nodiscard]] NotifyHost notice(const Turn& turn, HostEvent name);
void tell(Turn& turn, HostEvent name);

/// Shows `screen`: focus is due, a shown key is masked, and a change of step is told and saved.
void go_to(Turn& turn, Screen screen);

/// Tells the host's page where the person is, for a page that is loaded again.
void save(Turn& turn, Step step);

/// Aborts the requests of the screen that is being left and stops its timer, if it has any.
void stop_running(Turn& turn);

/// Starts the time after which an untouched key is wiped, from the beginning.
void restart_idle_timer(Turn& turn);
/// The key goes from the state, from JavaScript and from the clock.
void wipe_secrets(Turn& turn);

/// What is sealed for the backend: the checked draft with the secrets, and what the ATS showed of it, if it
/// was asked.
[[nodiscard]] Seal seal_of(const Turn& turn, Attempt attempt, SealFor purpose,
                           const std::optional<model::Connection>& connection);

}  // namespace ats::flow
