#include "flow/screens/credentials.hpp"

#include <utility>

#include "flow/turn/draft.hpp"
#include "flow/turn/expiry.hpp"
#include "flow/turn/field_check.hpp"

namespace ats::flow {
namespace {

void edit(Turn& turn, const std::string& id, const std::string& value) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  const model::Field* field = provider == nullptr ? nullptr : provider->field(id);
  if (field == nullptr || field->kind == model::FieldKind::secret) return;
  turn.state.draft.fields[id] = value;
  if (auto* shown = std::get_if<EnteringDetails>(&turn.state.screen)) {
    drop_problem(shown->problems, id);
    shown->refused.reset();
  }
}

void submit_details(Turn& turn) {
  const model::Provider* provider = chosen_provider(turn.setup, turn.state);
  if (provider == nullptr) return;
  CheckedDetails checked = check_details(*provider, turn.state.draft);
  if (!checked.problems.empty()) {
    go_to(turn, EnteringDetails{std::move(checked.problems), std::nullopt});
    return;
  }
  keep_details(turn.state.draft, std::move(checked.clean));
  go_to(turn, EnteringKey{});
}

}  // namespace

void on(Turn& turn, const ReviewingPermissions&, const Event& event) {
  if (std::holds_alternative<PermissionsAccepted>(event)) {
    tell(turn, HostEvent::accept_permissions);
    go_to(turn, first_form(turn));
  } else if (std::holds_alternative<BackPressed>(event)) {
    go_to(turn, ConfirmingAdmin{});
  } else if (const auto* typed = std::get_if<SecretTyped>(&event)) {
    keep_secret(turn, *typed);
  }
}

void on(Turn& turn, const EnteringDetails&, const Event& event) {
  if (const auto* edited = std::get_if<FieldEdited>(&event)) {
    edit(turn, edited->field, edited->value);
  } else if (const auto* taken = std::get_if<SuggestionTaken>(&event)) {
    edit(turn, taken->field, taken->value);
  } else if (std::holds_alternative<DetailsSubmitted>(event)) {
    submit_details(turn);
  } else if (std::holds_alternative<BackPressed>(event)) {
    go_to(turn, ReviewingPermissions{});
  } else if (const auto* typed = std::get_if<SecretTyped>(&event)) {
    keep_secret(turn, *typed);
  }
}

namespace {

void edited(Turn& turn, const std::string& field) {
  mark_secret(turn, field);
  if (auto* shown = std::get_if<EnteringKey>(&turn.state.screen)) {
    drop_problem(shown->problems, field);
    shown->refused.reset();
  }
}

void copy(Turn& turn, const std::string& text) {
  if (text.empty()) return;
  std::get<EnteringKey>(turn.state.screen).copying = text;
  add(turn, CopyText{text});
}

void back(Turn& turn) {
  Screen form = first_form(turn);
  go_to(turn, std::holds_alternative<EnteringDetails>(form) ? form : Screen{ReviewingPermissions{}});
}

void submit_key(Turn& turn) {
  if (!ready_to_verify(turn)) return;
  tell(turn, HostEvent::submit_credentials);
  turn.next = NewAttempt{};
}

}  // namespace

void begin(Turn& turn, const KeyAgain&) {
  stop_running(turn);
  go_to(turn, EnteringKey{});
  if (!turn.state.draft.secrets.empty()) restart_idle_timer(turn);
}

void on(Turn& turn, const EnteringKey&, const Event& event) {
  Draft& draft = turn.state.draft;
  if (const auto* typed = std::get_if<SecretTyped>(&event)) {
    keep_secret(turn, *typed);
  } else if (const auto* changed = std::get_if<SecretEdited>(&event)) {
    edited(turn, changed->field);
  } else if (const auto* said = std::get_if<FieldEdited>(&event)) {
    if (!edit_expiry(draft, said->field, said->value)) return;
    drop_problem(std::get<EnteringKey>(turn.state.screen).problems, expiry_date_field);
  } else if (const auto* scope = std::get_if<ScopeCopied>(&event)) {
    copy(turn, scope->scope);
  } else if (std::holds_alternative<PicturesToggled>(event)) {
    draft.show_pictures = !draft.show_pictures;
  } else if (std::holds_alternative<KeyVisibilityToggled>(event)) {
    draft.show_key = !draft.show_key;
  } else if (std::holds_alternative<NameCopied>(event)) {
    copy(turn, brand_name(turn.setup, turn.state));
  } else if (std::holds_alternative<TextCopied>(event)) {
    auto& shown = std::get<EnteringKey>(turn.state.screen);
    shown.copied = shown.copying;
    ++turn.state.turn;  // That it was copied is announced.
  } else if (std::holds_alternative<KeySubmitted>(event)) {
    submit_key(turn);
  } else if (std::holds_alternative<BackPressed>(event)) {
    back(turn);
  }
}

}  // namespace ats::flow
