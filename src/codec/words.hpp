#pragma once

#include <optional>
#include <string>

#include "flow/event.hpp"
#include "model/link_error.hpp"

namespace ats::codec {

// The names of the contract back to what they name; nothing for any other text.
[[nodiscard]] std::optional<flow::Step> step_named(const std::string& name);
[[nodiscard]] std::optional<model::ErrorCode> code_named(const std::string& name);
[[nodiscard]] std::optional<flow::ExitReason> reason_named(const std::string& name);

}  // namespace ats::codec
