#pragma once

#include <string>

#include "view/page.hpp"

namespace ats::view {

/// What the screen says so far, as plain text to keep: heading, sentence, lists and paragraphs.
[[nodiscard]] std::string receipt(const Page& page);

/// What support needs of a failure, a fact a line, in English: codes, states and scopes. Nothing that was
/// typed and none of the ATS's words.
[[nodiscard]] std::string diagnostic(const Page& page, const model::LinkError& error,
                                     const flow::Replies& replies);

/// The button that copies it, and says so once it is on the clipboard.
void add_copy(Page& page, flow::Report report, std::string text, bool copied);

}  // namespace ats::view
