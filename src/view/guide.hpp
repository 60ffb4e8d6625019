#pragma once

#include "flow/screen.hpp"
#include "view/page.hpp"

namespace ats::view {

/// The way to a key, step by step, each with what it takes: the link to the settings, a name or a permission
/// to copy.
void add_guide(Page& page, const flow::EnteringKey& screen);

}  // namespace ats::view
