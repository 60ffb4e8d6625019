#pragma once

#include <string>

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

// A row to choose, and the tile in it.
void draw(Stage& stage, const view::Node& node, const view::Choice& choice);

/// A rounded square with one or two letters, in a choice and in the header; `strong`: in the accent colour.
void draw_tile(Stage& stage, ImVec2 corner, float size, const std::string& letters, bool strong);

}  // namespace ats::paint
