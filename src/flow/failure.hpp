#pragma once

#include <optional>
#include <string>

#include "flow/turn.hpp"

namespace ats::flow {

[[nodiscard]] model::LinkError config_error(std::string member);

/// Tells the error and shows what the user can do about it; one that ends the session refuses instead.
void fail(Turn& turn, model::LinkError error, Attempt attempt,
          std::optional<HandingOver> pending = std::nullopt);
/// The session cannot go on: whatever runs is stopped, the key is wiped and only Close is left.
void refuse(Turn& turn, const model::LinkError& error);

}  // namespace ats::flow
