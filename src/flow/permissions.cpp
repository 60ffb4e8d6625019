#include "flow/chapters.hpp"
#include "flow/key_store.hpp"
#include "flow/opening.hpp"

namespace ats::flow {

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

}  // namespace ats::flow
