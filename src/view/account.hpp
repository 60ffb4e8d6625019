#pragma once

#include <string>

#include "view/page.hpp"

namespace ats::view {

/// A detail as it is read: an option by its label, an address with what follows it.
[[nodiscard]] std::string shown_value(const model::Field& field, const std::string& value);

/// What the link origin knows of an ATS that is down.
void add_known_down(Page& page);
/// Why the connection has to be made anew, as far as the host says, and what is known of the ATS: these
/// screens come first then. Nothing while somebody connects.
void add_relink_reason(Page& page);
/// Which account is reconnected, with a way to change it, and a warning where it is not the host's any more.
void add_relink_account(Page& page);

}  // namespace ats::view
