#pragma once

#include <string>

#include "codec/writer.hpp"
#include "flow/screen.hpp"
#include "model/link_error.hpp"
#include "model/provider.hpp"
#include "view/describe.hpp"

namespace ats::codec {

/// What a `displayMessage` is made of.
struct ErrorWords {
  const model::Catalogue& catalogue;
  const view::Messages& messages;
};

/// A LinkError of contract 4. `message` is English and for logs, `displayMessage` in the user's language;
/// neither holds what was typed.
void write_error(Writer& out, const char* name, const model::LinkError& error, flow::Step step,
                 const std::string& provider, const ErrorWords& words);

}  // namespace ats::codec
