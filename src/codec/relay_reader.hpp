#pragma once

#include "codec/json.hpp"
#include "codec/relay_answer.hpp"

namespace ats::codec {

/// `parse_relay_answer` for text that is already parsed, as in a backend's answer.
[[nodiscard]] flow::ProbeReply read_relay_answer(int http_status, const Json& json);

}  // namespace ats::codec
