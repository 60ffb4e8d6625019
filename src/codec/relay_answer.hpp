#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "flow/screen.hpp"

namespace ats::codec {

/// Longer replies are not the relay's.
inline constexpr std::size_t reply_limit = std::size_t{64} * 1024;

/// What the relay sent back (contract 7): UpstreamAnswer for HTTP 200 with its shape, RelayAnswer with the
/// code for
/// `{"relay": code}`, and RelayAnswer without a code for anything else.
[[nodiscard]] flow::ProbeReply parse_relay_answer(int http_status, std::string_view body);
/// The same of text that is already parsed, as in a backend's answer.
[[nodiscard]] flow::ProbeReply read_relay_answer(int http_status, const nlohmann::json& json);

}  // namespace ats::codec
