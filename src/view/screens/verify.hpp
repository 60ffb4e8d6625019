#pragma once

#include "flow/screen.hpp"
#include "view/page.hpp"

namespace ats::view {

void describe(Page& page, const flow::Verifying& screen);
void describe(Page& page, const flow::HandingOver& screen);

}  // namespace ats::view
