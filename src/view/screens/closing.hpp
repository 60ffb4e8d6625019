#pragma once

#include "flow/screen.hpp"
#include "view/page.hpp"

namespace ats::view {

void describe(Page& page, const flow::Connected& screen);
/// Over whatever screen there is.
void describe_close_question(Page& page);
void describe_help(Page& page);

}  // namespace ats::view
