#pragma once

#include "flow/screen.hpp"
#include "view/page.hpp"

namespace ats::view {

void describe(Page& page, const flow::ReviewingPermissions& screen);
void describe(Page& page, const flow::EnteringDetails& screen);
void describe(Page& page, const flow::EnteringKey& screen);

}  // namespace ats::view
