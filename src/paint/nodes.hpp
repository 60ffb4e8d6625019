#pragma once

#include <string>

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

/// How far below a step's number what belongs to it stands in.
inline constexpr float step_indent = 32;

/// Draws one node at the stage's height and moves the stage on.
void draw_node(Stage& stage, const view::Node& node);
/// The space above a node that follows `above`; both of the content.
[[nodiscard]] float gap_between(const view::Node& above, const view::Node& below);

// One per kind, in node_*.cpp.
void draw(Stage& stage, const view::Node& node, const view::Text& text);
void draw(Stage& stage, const view::Node& node, const view::Heading& heading);
void draw(Stage& stage, const view::Node& node, const view::List& list);
void draw(Stage& stage, const view::Node& node, const view::Choice& choice);
void draw(Stage& stage, const view::Node& node, const view::Field& field);
void draw(Stage& stage, const view::Node& node, const view::Step& step);
void draw(Stage& stage, const view::Node& node, const view::Snippet& snippet);
void draw(Stage& stage, const view::Node& node, const view::Link& link);
void draw(Stage& stage, const view::Node& node, const view::Button& button);
/// Lies in its field's box: nothing without one.
void draw(Stage& stage, const view::Node& node, const view::Reveal& reveal);
void draw(Stage& stage, const view::Node& node, const view::Address& address);
void draw(Stage& stage, const view::Node& node, const view::Status& status);
void draw(Stage& stage, const view::Node& node, const view::Notice& notice);
void draw(Stage& stage, const view::Node& node, const view::Picture& picture);

/// A rounded square with one or two letters, in a choice (node_choice.cpp) and in the header; `strong`: in
/// the accent colour.
void draw_tile(Stage& stage, ImVec2 corner, float size, const std::string& letters, bool strong);

}  // namespace ats::paint
