#pragma once

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

/// Mood, heading, lead, nodes.
void draw_content(Stage& stage, const view::ViewModel& view);

/// Whether the field stands beside the guide, and `jump`, which leads to it, is not there.
[[nodiscard]] bool has_two_columns(const Stage& stage, const view::ViewModel& view);
/// Where the second column begins: it has two fifths, and no more than a field takes.
[[nodiscard]] float second_column(const Stage& stage);

}  // namespace ats::paint
