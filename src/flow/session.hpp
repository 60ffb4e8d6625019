#pragma once

#include "flow/turn.hpp"

namespace ats::flow {

/// Hosted link: asks the backend whose session this is.
void ask_session(Turn& turn);

}  // namespace ats::flow
