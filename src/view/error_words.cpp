#include "view/error_words.hpp"

namespace ats::view {

namespace {

/// The opener and the page say these themselves (web/link/boot/plain_screens.ts); here they would be a
/// mistake of ours.
bool is_said_elsewhere(model::ErrorCode code) {
  return code == model::ErrorCode::frame_blocked || code == model::ErrorCode::origin_not_allowed ||
         code == model::ErrorCode::version_mismatch || code == model::ErrorCode::insecure_context;
}

}  // namespace

std::string error_key(model::ErrorCode code) {
  if (is_said_elsewhere(code)) code = model::ErrorCode::internal;
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
