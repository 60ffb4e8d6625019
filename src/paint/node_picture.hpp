#pragma once

#include "paint/stage.hpp"
#include "view/view_model.hpp"

namespace ats::paint {

// What is drawn of the ATS's own pages: their address, their windows.
void draw(Stage& stage, const view::Node& node, const view::Address& address);
void draw(Stage& stage, const view::Node& node, const view::Picture& picture);

}  // namespace ats::paint
