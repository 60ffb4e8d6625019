#include "flow/opening.hpp"

#include <algorithm>
#include <utility>

#include "flow/chapters.hpp"
#include "flow/config_check.hpp"
#include "flow/failure.hpp"
#include "flow/field_check.hpp"
#include "flow/session.hpp"

namespace ats::flow {
namespace {

bool takes_snapshot(const Turn& turn, const Snapshot& snapshot) {
  const std::string& wanted = turn.state.config.provider;
  if (!wanted.empty() && wanted != snapshot.provider) return false;
  const auto allowed = allowed_providers(turn.setup, turn.state);
  return std::any_of(allowed.begin(), allowed.end(),
                     [&](const model::Provider* provider) { return provider->id == snapshot.provider; });
}

/// At most the key's screen, as the key itself is never restored; and only with details that pass.
Screen screen_at(const Turn& turn, Step step, const model::Provider& provider) {
  if (step == Step::provider && turn.state.config.provider.empty()) return ChoosingProvider{};
  if (step <= Step::method) return ChoosingMethod{};
  if (step == Step::admin) return ConfirmingAdmin{};
  if (step == Step::invite) return Inviting{};
  if (step == Step::permissions) return ReviewingPermissions{};
  const bool clean = check_details(provider, turn.state.draft).problems.empty();
  return step > Step::subdomain && clean ? Screen{EnteringKey{}} : first_form(turn);
}

void restore(Turn& turn, const Snapshot& snapshot) {
  choose(turn, snapshot.provider);
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  if (provider == nullptr) return;
  for (const model::Field* field : provider->detail_fields()) {
    const auto saved = snapshot.fields.find(field->id);
    if (saved != snapshot.fields.end()) turn.state.draft.fields[field->id] = saved->second;
  }
  go_to(turn, screen_at(turn, snapshot.step, *provider));
}

void opened(Turn& turn, const Opened& event) {
  turn.state.config = event.config;
  if (std::string wrong = wrong_member(turn.setup, turn.state); !wrong.empty()) {
    refuse(turn, config_error(std::move(wrong)));
  } else if (turn.setup.hosted) {
    ask_session(turn);
  } else if (event.snapshot && takes_snapshot(turn, *event.snapshot)) {
    restore(turn, *event.snapshot);
  } else {
    begin_walk(turn);
  }
}

}  // namespace

void choose(Turn& turn, const std::string& provider) {
  Draft& draft = turn.state.draft;
  if (draft.provider == provider) return;
  if (!draft.secrets.empty()) wipe_secrets(turn);
  draft.provider = provider;
  draft.fields.clear();
  draft.ticks.clear();
  draft.key_forgotten = false;
  const model::Provider* chosen = chosen_provider(turn.setup, turn.state);
  const std::string& prefill = turn.state.config.prefill_subdomain;
  const model::Field* field = chosen == nullptr || prefill.empty() ? nullptr : chosen->field("subdomain");
  if (field != nullptr && field->kind != model::FieldKind::secret) draft.fields["subdomain"] = prefill;
}

void begin_walk(Turn& turn) {
  if (turn.state.config.provider.empty()) {
    go_to(turn, ChoosingProvider{});
  } else {
    choose(turn, turn.state.config.provider);
    go_to(turn, ChoosingMethod{});
  }
}

Screen first_form(const Turn& turn) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  if (provider == nullptr || provider->detail_fields().empty()) return EnteringKey{};
  return EnteringDetails{};
}

void on(Turn& turn, const Idle&, const Event& event) {
  const auto* open = std::get_if<Opened>(&event);
  const auto* refused = std::get_if<ConfigRefused>(&event);
  if (open != nullptr) opened(turn, *open);
  if (refused != nullptr) refuse(turn, config_error(refused->error.field));
  if (open == nullptr && refused == nullptr) return;
  // Told first, but with the step and provider that only now are known.
  turn.effects.insert(turn.effects.begin(), notice(turn, HostEvent::open));
}

}  // namespace ats::flow
