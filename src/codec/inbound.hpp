#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "flow/event.hpp"
#include "view/action.hpp"
#include "view/describe.hpp"

namespace ats::codec {

/// One inbound message of docs/bridge.md: for `Runtime::post`, `act` or `set_messages`.
using Inbound = std::variant<flow::Event, view::Action, view::Messages>;

/// Nothing: not understood, and nothing may happen. A wrong `config` of `open` and `update` is understood: it
/// gives ConfigRefused with the path of the wrong member.
[[nodiscard]] std::optional<Inbound> read_inbound(std::string_view text);

}  // namespace ats::codec
