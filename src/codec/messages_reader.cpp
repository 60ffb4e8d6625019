#include "codec/messages_reader.hpp"

namespace ats::codec {

void read_texts(ObjectReader& in, const char* name, std::map<std::string, std::string>& into,
                Presence presence, std::size_t limit) {
  const Json* object = in.take(name, presence, "an object of texts");
  if (object == nullptr) return;
  if (!object->is_object()) return in.refuse(name, "an object of texts");
  for (auto it = object->begin(); it != object->end(); ++it) {
    const std::string* text = text_of(&it.value());
    if (text == nullptr || text->size() > limit) {
      return in.refuse(std::string(name) + "." + it.key().substr(0, 64),
                       "text of at most " + std::to_string(limit) + " bytes");
    }
    into[it.key()] = *text;
  }
}

void read_messages(ObjectReader& in, view::Messages& into, Presence presence) {
  read_texts(in, "messages", into.text, presence, 2000);
  read_texts(in, "plurals", into.plurals, presence, 16);
  in.text("language", into.language, Presence::optional, 16);
}

}  // namespace ats::codec
