#include "flow/turn/key_store.hpp"

#include "flow/screens/chapters.hpp"

namespace ats::flow {
namespace {

bool is_secret(const Turn& turn, const std::string& id) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  const model::Field* field = provider == nullptr ? nullptr : provider->field(id);
  return field != nullptr && field->kind == model::FieldKind::secret;
}

}  // namespace

void keep_secret(Turn& turn, const SecretTyped& typed) {
  if (!is_secret(turn, typed.field)) return;
  if (typed.value.empty()) {
    turn.state.draft.secrets.erase(typed.field);
    return;
  }
  turn.state.draft.secrets[typed.field] = typed.value;
  turn.state.draft.key_forgotten = false;
  restart_idle_timer(turn);
}

void mark_secret(Turn& turn, const std::string& field) {
  if (!is_secret(turn, field)) return;
  turn.state.draft.secrets.try_emplace(field);
  turn.state.draft.key_forgotten = false;
  restart_idle_timer(turn);
}

bool on_idle_timer(Turn& turn, const Event& event) {
  const auto* timer = std::get_if<TimerElapsed>(&event);
  if (timer == nullptr || timer->kind != TimerKind::idle) return false;
  const Screen& screen = turn.state.screen;
  // An attempt ends by its own limit, and what follows it starts this timer again.
  if (std::holds_alternative<Verifying>(screen) || std::holds_alternative<HandingOver>(screen)) return true;
  // A token is the key, sealed: a backend refuses one of this age, however often it is sent.
  const auto* failed = std::get_if<Failed>(&screen);
  const bool holds_token = failed != nullptr && failed->pending && !failed->pending->token.empty();
  if (turn.state.draft.secrets.empty() && !holds_token) return true;
  turn.state.draft.secrets.clear();
  turn.state.draft.show_key = false;
  turn.state.draft.key_forgotten = true;
  add(turn, WipeSecrets{});
  // What is announced now is that the key went.
  if (auto* key = std::get_if<EnteringKey>(&turn.state.screen)) key->copied.clear();
  if (failed != nullptr) {
    stop_running(turn);
    go_to(turn, EnteringKey{});
  }
  return true;
}

}  // namespace ats::flow
