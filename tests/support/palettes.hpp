#pragma once

#include <vector>

#include "paint/painter.hpp"

namespace ats::test {

/// What the link page makes of a grid of themes (tests/fixtures/paint/palettes.txt).
[[nodiscard]] std::vector<paint::Appearance> generated_looks();

}  // namespace ats::test
