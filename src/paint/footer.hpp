#pragma once

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

/// The primary button, those below it, Get help and Text view. `parted`: content goes on under it.
void draw_footer(Stage& stage, const view::ViewModel& view, bool parted);

/// Above `jump` in the footer.
inline constexpr float jump_gap = 4;

}  // namespace ats::paint
