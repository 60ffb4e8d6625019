#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
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

/// The boot message, or a developer's sentence that names the wrong member.
[[nodiscard]] base::Result<Boot, std::string> read_boot(std::string_view text);

/// The same in parts, so that nobody waits for the whole: providers and words may come ahead, each in texts
/// of their own. Adds to `boot`; gives the sentence, or nothing.
[[nodiscard]] std::string read_boot(std::string_view text, Boot& boot, bool last);

}  // namespace ats::codec
