#include <utility>

#include "flow/screens/chapters.hpp"
#include "flow/turn/config_check.hpp"

namespace ats::flow {
namespace {

/// While a key is checked and after it was, only what is shown may change: what is asked was settled by then.
bool settled(const Screen& screen) {
  return std::holds_alternative<Verifying>(screen) || std::holds_alternative<HandingOver>(screen) ||
         std::holds_alternative<Connected>(screen) || std::holds_alternative<Failed>(screen);
}

void take_words(model::HostConfig& config, const model::HostConfig& patch) {
  config.brand_name = patch.brand_name;
  config.support_url = patch.support_url;
  config.support_email = patch.support_email;
  config.support_request = patch.support_request;
  config.invite_url = patch.invite_url;
}

void update(Turn& turn, const model::HostConfig& patch) {
  model::HostConfig& config = turn.state.config;
  take_words(config, patch);
  if (settled(turn.state.screen)) return;
  config.state = patch.state;
  config.providers = patch.providers;
  config.required_scopes = patch.required_scopes;
  config.optional_scopes = patch.optional_scopes;
  if (std::string wrong = wrong_member(turn.setup, turn.state); !wrong.empty()) {
    turn.next = SessionEnd{config_error(std::move(wrong))};
  }
}

}  // namespace

bool on_config(Turn& turn, const Event& event) {
  const Screen& screen = turn.state.screen;
  if (std::holds_alternative<Idle>(screen)) return false;
  const bool over = turn.state.succeeded || std::holds_alternative<Refused>(screen);
  if (const auto* refused = std::get_if<ConfigRefused>(&event)) {
    if (!over) turn.next = SessionEnd{config_error(refused->error.field)};
    return true;
  }
  if (const auto* updated = std::get_if<HostUpdated>(&event)) {
    // A hosted link has no host page; its configuration is the backend's.
    if (!turn.setup.hosted && !std::holds_alternative<Refused>(screen)) update(turn, updated->config);
    return true;
  }
  return false;
}

}  // namespace ats::flow
