#pragma once

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

/// Back, tiles, Close, and the progress line.
void draw_header(Stage& stage, const view::ViewModel& view);

}  // namespace ats::paint
