#pragma once

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

// Words, and what stands with words: headings, steps, states, notices, lists.

/// How far below a step's number what belongs to it stands in.
inline constexpr float step_indent = 32;

void draw(Stage& stage, const view::Node& node, const view::Text& text);
void draw(Stage& stage, const view::Node& node, const view::Heading& heading);
void draw(Stage& stage, const view::Node& node, const view::Step& step);
void draw(Stage& stage, const view::Node& node, const view::Status& status);
void draw(Stage& stage, const view::Node& node, const view::Notice& notice);
void draw(Stage& stage, const view::Node& node, const view::List& list);

}  // namespace ats::paint
