#pragma once

#include <string>
#include <vector>

#include "flow/step.hpp"

/// Words in which the tables say what they expect.
namespace ats::flow::table {

using Effects = std::vector<Effect>;

/// `start` with another screen: focus is due again.
[[nodiscard]] State shown(State start, Screen screen);
[[nodiscard]] Effects operator+(Effects first, const Effects& more);

[[nodiscard]] NotifyHost told(const State& state, HostEvent name, Step step);
[[nodiscard]] NotifyHost told_error(const State& state, Step step, const model::LinkError& error);
/// TRANSITION_VIEW, and the snapshot where the new step has one.
[[nodiscard]] Effects moves(const State& state, Step from, Step to);
[[nodiscard]] SendProbe probe(const State& state, Attempt attempt, const std::string& id);
[[nodiscard]] Seal seal(const State& state, Attempt attempt);

// What several screens answer alike.
[[nodiscard]] Transition steps(const State& start, Screen to, const Effects& before = {},
                               const Effects& after = {});
[[nodiscard]] Transition closes(const State& start, ExitReason reason, const Effects& stopped = {});
[[nodiscard]] Transition asks(const State& start, ExitReason reason);
[[nodiscard]] Transition helps(const State& start);
[[nodiscard]] Transition renames(const State& start);
[[nodiscard]] Transition refuses(const State& start, const model::LinkError& error,
                                 const Effects& stopped = {});
/// The chosen provider's details in another language.
[[nodiscard]] Transition asks_anew(const State& start);
[[nodiscard]] model::LinkError wrong(const std::string& member);
/// The same, asked by the host: with the reply, which goes before the dialog is taken away.
[[nodiscard]] Transition replies(Transition transition, int reply, bool done);

/// Nothing follows.
[[nodiscard]] inline Transition stay(const State& state) { return {state, {}}; }
[[nodiscard]] Effects stops(Attempt attempt);

}  // namespace ats::flow::table
