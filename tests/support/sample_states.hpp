#pragma once

#include <string>
#include <utility>
#include <vector>

#include "flow/state.hpp"

namespace ats::test {

/// The secret of every sample state, which must never be seen anywhere.
inline constexpr const char* marker_key = "s3cretMarker0123456789ABCDEFabcdef";

/// A state on this screen with Workable chosen, a subdomain typed and the marker key kept.
[[nodiscard]] flow::State on_screen(flow::Screen screen, const std::string& provider = "workable");
[[nodiscard]] flow::State failed_with(model::ErrorCode code, const std::string& provider = "workable");

/// Every screen in all its variations, each with a name.
[[nodiscard]] std::vector<std::pair<std::string, flow::State>> sample_states();

}  // namespace ats::test
