#pragma once

#include <string>

#include "paint/stage.hpp"

namespace ats::paint {

/// A rounded square with one or two letters; `strong`: in the accent colour.
void draw_tile(Stage& stage, ImVec2 corner, float size, const std::string& letters, bool strong);

}  // namespace ats::paint
