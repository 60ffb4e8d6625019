#pragma once

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

/// Draws one node at the stage's height and moves the stage on.
void draw_node(Stage& stage, const view::Node& node);
/// The space above a node that follows `above`; both of the content.
[[nodiscard]] float gap_between(const view::Node& above, const view::Node& below);

void draw_prose(Stage& stage, const view::Node& node);  // text, heading
void draw_list(Stage& stage, const view::Node& node);
void draw_choice(Stage& stage, const view::Node& node);
void draw_field(Stage& stage, const view::Node& node);
/// The button inside the right end of a field's box; `box`: the field's.
void draw_field_button(Stage& stage, const view::Node& node, const ImRect& box);
void draw_check(Stage& stage, const view::Node& node);
void draw_link(Stage& stage, const view::Node& node);
void draw_button(Stage& stage, const view::Node& node);
void draw_status(Stage& stage, const view::Node& node);
void draw_notice(Stage& stage, const view::Node& node);

}  // namespace ats::paint
