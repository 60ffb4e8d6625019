#pragma once

#include <string>

#include "model/picture.hpp"
#include "view/page.hpp"

namespace ats::view {

/// A drawing of a step, with its text alternative. `values`: what its labels may hold besides the fields.
void add_picture(Page& page, const std::string& id, const model::Picture& things, Values values);

}  // namespace ats::view
