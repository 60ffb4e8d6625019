#pragma once

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

// What is typed in, and the eye in its box.
void draw(Stage& stage, const view::Node& node, const view::Field& field);
/// Lies in its field's box: nothing without one.
void draw(Stage& stage, const view::Node& node, const view::Reveal& reveal);

}  // namespace ats::paint
