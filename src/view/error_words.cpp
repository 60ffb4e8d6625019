#include "view/error_words.hpp"

namespace ats::view {

std::string error_key(model::ErrorCode code) {
  std::string key = "error.";
  for (const char letter : model::name_of(code)) {
    key += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return key;
}

std::string error_sentence(const Messages& messages, model::ErrorCode code, const std::string& ats) {
  return messages.say(error_key(code) + ".lead", {{"ats", ats.empty() ? messages.say("ats.unnamed") : ats}});
}

}  // namespace ats::view
