#pragma once

#include "codec/object_reader.hpp"
#include "view/describe.hpp"

namespace ats::codec {

/// The members `messages`, `plurals` and `language` of an object, added to what there is.
void read_messages(ObjectReader& in, view::Messages& into, Presence presence);

/// Every member of an object as text.
void read_texts(ObjectReader& in, const char* name, std::map<std::string, std::string>& into,
                Presence presence, std::size_t limit);

}  // namespace ats::codec
