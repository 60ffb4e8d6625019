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

void draw_progress(Stage& stage, const view::ViewModel& view);
void draw_mood(Stage& stage, view::Tone mood);

}  // namespace ats::paint
