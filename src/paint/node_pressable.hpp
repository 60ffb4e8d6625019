#pragma once

#include <string>

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

// What is pressed or copied.
void draw(Stage& stage, const view::Node& node, const view::Button& button);
void draw(Stage& stage, const view::Node& node, const view::Link& link);
void draw(Stage& stage, const view::Node& node, const view::Snippet& snippet);

/// A text button over the whole width, as in the footer.
void draw_text_button(Stage& stage, const std::string& id, const std::string& text, bool disabled);

}  // namespace ats::paint
