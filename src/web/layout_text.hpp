#pragma once

#include <string>

#include "paint/painter.hpp"

namespace ats::web {

/// A Layout as docs/bridge.md says; lengths in CSS px with two decimals.
[[nodiscard]] std::string write_layout(const paint::Layout& layout);

}  // namespace ats::web
