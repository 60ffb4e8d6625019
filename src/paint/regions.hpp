#pragma once

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

/// Back, tiles, Close, and the progress line.
void draw_header(Stage& stage, const view::ViewModel& view);
/// Mood, heading, lead, nodes.
void draw_content(Stage& stage, const view::ViewModel& view);
/// The primary button, those below it, Get help and Text view. `parted`: content goes on under it.
void draw_footer(Stage& stage, const view::ViewModel& view, bool parted);

/// Whether the field stands beside the guide, and `jump`, which leads to it, is not there.
[[nodiscard]] bool has_two_columns(const Stage& stage, const view::ViewModel& view);
/// Above `jump` in the footer.
inline constexpr float jump_gap = 4;
/// Where the second column begins: it has two fifths, and no more than a field takes.
[[nodiscard]] float second_column(const Stage& stage);
/// A text button over the whole width.
void draw_text_button(Stage& stage, const std::string& id, const std::string& label, bool disabled);

}  // namespace ats::paint
