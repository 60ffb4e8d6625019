#pragma once

#include <string>
#include <vector>

#include "model/picture.hpp"
#include "view/view_model.hpp"

namespace ats::view {

/// Lays the things of a drawing out, in CSS px at the usual text size: from left to right as in the ATS's own
/// window, in rows. Their labels are filled in already.
[[nodiscard]] Picture lay_out(const model::Picture& things);

}  // namespace ats::view
