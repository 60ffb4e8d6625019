#include <utility>

#include "flow/screens/chapters.hpp"
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

}  // namespace ats::flow
