#include "flow/turn/draft.hpp"

#include <utility>

#include "flow/turn/expiry.hpp"
#include "flow/turn/field_check.hpp"

namespace ats::flow {

void choose(Turn& turn, const std::string& provider) {
  Draft& draft = turn.state.draft;
  if (draft.provider == provider) return ask_details(turn);
  if (!draft.secrets.empty()) wipe_secrets(turn);
  draft.provider = provider;
  draft.fields.clear();
  draft.saved.clear();
  draft.checked = {};
  draft.key_forgotten = false;
  ask_details(turn);
  take_known(turn);
}

void ask_details(Turn& turn) {
  const std::string& id = turn.state.draft.provider;
  if (chosen_provider(turn.setup, turn.state) == nullptr && turn.state.fetching.insert(id).second)
    add(turn, FetchProvider{id});
}

void take_known(Turn& turn) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  if (provider == nullptr) return;
  Draft& draft = turn.state.draft;
  for (const model::Field* field : provider->detail_fields()) {
    const auto saved = draft.saved.find(field->id);
    if (saved != draft.saved.end()) draft.fields[field->id] = saved->second;
  }
  draft.saved.clear();
  const std::string& prefill = turn.state.config.prefill_subdomain;
  const model::Field* address = prefill.empty() ? nullptr : provider->address_field();
  if (address != nullptr && address->kind != model::FieldKind::secret)
    draft.fields.try_emplace(address->id, prefill);
}

Screen first_form(const Turn& turn) {
  const bool there = chosen_provider(turn.setup, turn.state) != nullptr;
  return there && asks_details(turn.setup, turn.state) ? Screen{EnteringDetails{}} : Screen{EnteringKey{}};
}

Screen furthest_form(const Turn& turn) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  const bool clean = provider != nullptr && check_details(*provider, turn.state.draft).problems.empty();
  return clean ? Screen{EnteringKey{}} : first_form(turn);
}

bool ready_to_verify(Turn& turn) {
  Draft& draft = turn.state.draft;
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  if (provider == nullptr) return false;
  CheckedDetails details = check_details(*provider, draft);
  if (!details.problems.empty()) {
    go_to(turn, EnteringDetails{std::move(details.problems), std::nullopt});
    return false;
  }
  CheckedSecrets secrets = check_secrets(*provider, draft, brand_name(turn.setup, turn.state));
  if (auto wrong = expiry_problem(turn.state)) secrets.problems.push_back(std::move(*wrong));
  if (!secrets.problems.empty()) {
    go_to(turn, EnteringKey{std::move(secrets.problems), std::nullopt});
    return false;
  }
  keep_details(draft, details.clean);
  draft.secrets = std::move(secrets.clean);
  draft.checked = {std::move(details.clean), key_expires(turn.state)};
  return true;
}

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
