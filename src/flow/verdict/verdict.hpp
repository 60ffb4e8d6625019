#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>

#include "flow/screen.hpp"
#include "flow/state.hpp"
#include "model/connection.hpp"
#include "model/link_error.hpp"
#include "model/provider.hpp"

namespace ats::flow {

using Verdict = std::variant<model::Connection, model::LinkError>;

/// The table of contract.md 3, row by row, first match wins. `fields` are the cleaned non-secret fields.
/// Rows 1 to 3 and 8 to 11 look at the scope probes; `accounts` only explains (rows 6 and 7) and names the
/// account.
[[nodiscard]] Verdict judge(const model::Provider& provider, const Wanted& wanted,
                            const std::map<std::string, std::string>& fields, const Replies& replies);

}  // namespace ats::flow
