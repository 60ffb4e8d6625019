#pragma once

#include "flow/turn.hpp"

namespace ats::flow {

/// From `method` or `admin` to the screen that helps to ask somebody else; Back returns to where it was.
void invite(Turn& turn);

}  // namespace ats::flow
