#pragma once

#include <string>
#include <vector>

#include "paint/painter.hpp"
#include "view/view_model.hpp"

namespace ats::test {

/// What leaves its place in a layout, as tests/browser/support/reflow.ts judges it: a node without a
/// rectangle, one out of order, one outside its region or its own box, two on one spot, one too small to be
/// pressed.
[[nodiscard]] std::vector<std::string> misplaced_rects(const view::ViewModel& view,
                                                       const paint::Layout& layout);

}  // namespace ats::test
