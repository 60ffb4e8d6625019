#pragma once

#include <string>
#include <vector>

#include "flow/state.hpp"
#include "model/provider.hpp"

namespace ats::flow {

/// The probes to send: those that prove a wanted scope, then the one that picks accounts; at most 3.
[[nodiscard]] std::vector<std::string> probes_to_send(const model::Provider& provider, const Wanted& wanted);

}  // namespace ats::flow
