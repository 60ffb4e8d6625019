#pragma once

#include <string>

#include "view/view_model.hpp"

namespace ats::codec {

/// A ViewModel as docs/bridge.md says: camelCase, empty members left out.
[[nodiscard]] std::string write_view(const view::ViewModel& view);

}  // namespace ats::codec
