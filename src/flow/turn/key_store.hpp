#pragma once

#include "flow/turn/turn.hpp"

namespace ats::flow {

/// Stores what JavaScript handed over of a secret field, or takes it away if that is nothing. Leaving the
/// key's screen hands over too, so the screens that Back leads to take it as well.
void keep_secret(Turn& turn, const SecretTyped& typed);
/// Something is being typed in a secret field; what, is not known yet. It counts as typed when closing asks.
void mark_secret(Turn& turn, const std::string& field);

}  // namespace ats::flow
