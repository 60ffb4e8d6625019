#pragma once

#include "flow/screen.hpp"
#include "view/page.hpp"

namespace ats::view {

void describe(Page& page, const flow::AwaitingSession& screen);
void describe(Page& page, const flow::ConfirmingSession& screen);

}  // namespace ats::view
