#pragma once

#include "flow/screen.hpp"
#include "view/page.hpp"

namespace ats::view {

void describe(Page& page, const flow::Failed& screen);
void describe(Page& page, const flow::Refused& screen);

}  // namespace ats::view
