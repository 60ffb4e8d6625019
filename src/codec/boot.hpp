#pragma once

#include <string>
#include <string_view>

#include "flow/state.hpp"
#include "view/describe.hpp"

namespace ats::codec {

/// What `ats_boot` is given (docs/bridge.md).
struct Boot {
  flow::Setup setup;
  view::Messages messages;
  std::string relay;  // URL without a slash at the end; empty where no relay is used.
};

/// Longer texts are refused.
inline constexpr std::size_t boot_limit = std::size_t{1024} * 1024;

/// The boot message, the `last` of its parts: providers and words may come ahead, each in texts of their own,
/// so that nobody waits for the whole. Adds to `boot`; gives a developer's sentence that names the wrong
/// member, or nothing.
[[nodiscard]] std::string read_boot(std::string_view text, Boot& boot, bool last);

}  // namespace ats::codec
