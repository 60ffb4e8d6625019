#pragma once

#include "flow/screen.hpp"
#include "view/page.hpp"

namespace ats::view {

void describe(Page& page, const flow::ChoosingProvider& screen);
void describe(Page& page, const flow::RequestingProvider& screen);
void describe(Page& page, const flow::ChoosingMethod& screen);
void describe(Page& page, const flow::ConfirmingAdmin& screen);
/// Of a wait that is more than a moment.
void describe(Page& page, const flow::AwaitingProvider& screen);
void describe(Page& page, const flow::Inviting& screen);

}  // namespace ats::view
