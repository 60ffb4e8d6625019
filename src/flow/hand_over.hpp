#pragma once

#include <optional>

#include "flow/turn.hpp"

namespace ats::flow {

[[nodiscard]] Seal seal_of(const Turn& turn, Attempt attempt, SealFor purpose,
                           const std::optional<model::Connection>& connection);
/// The key is good, or taken as it is: seals it, with a time limit of its own.
void hand_over(Turn& turn, Attempt attempt, const model::Connection& connection, const Replies& replies = {});
/// Again after a failure: the same token where there is one, else sealed anew.
void repeat_hand_over(Turn& turn, const HandingOver& pending);

}  // namespace ats::flow
