#pragma once

#include <string>

#include "paint/painter.hpp"

namespace ats::paint {

/// A Layout as docs/bridge.md says; lengths in CSS px with two decimals.
[[nodiscard]] std::string write_layout(const Layout& layout);

}  // namespace ats::paint
