#pragma once

#include <string>

#include "flow/turn/turn.hpp"

namespace ats::flow {

/// Makes `provider` the chosen one: what was typed for another one goes, and its details are asked for.
void choose(Turn& turn, const std::string& provider);
/// Asks for the chosen one's details, unless they are there or on their way.
void ask_details(Turn& turn);
/// What is known of the details' fields before they are typed: by a snapshot, else by the host's prefill.
void take_known(Turn& turn);
/// The chosen provider's screen for what it asks besides the key, or the key's where it asks nothing.
[[nodiscard]] Screen first_form(const Turn& turn);
/// The key's screen where the details that are known pass, else `first_form`.
[[nodiscard]] Screen furthest_form(const Turn& turn);
/// Checks everything typed. True: what passed is the checked draft, and written back; false: the screen with
/// the problem is shown.
[[nodiscard]] bool ready_to_verify(Turn& turn);

/// Stores what JavaScript handed over of a secret field, or takes it away if that is nothing. Leaving the
/// key's screen hands over too, so the screens that Back leads to take it as well.
void keep_secret(Turn& turn, const SecretTyped& typed);
/// Something is being typed in a secret field; what, is not known yet. It counts as typed when closing asks.
void mark_secret(Turn& turn, const std::string& field);
/// The key's time is up: it goes, and a token too that a hand-over left, unless an attempt runs. True: the
/// event was for that timer.
[[nodiscard]] bool on_idle_timer(Turn& turn, const Event& event);

}  // namespace ats::flow
