#include "flow/chapters.hpp"
#include "flow/invite.hpp"

namespace ats::flow {

void on(Turn& turn, const ChoosingMethod&, const Event& event) {
  if (std::holds_alternative<KeyMethodChosen>(event)) {
    tell(turn, HostEvent::select_method);
    go_to(turn, ConfirmingAdmin{});
  } else if (std::holds_alternative<InviteChosen>(event)) {
    invite(turn);
  } else if (std::holds_alternative<BackPressed>(event)) {
    go_to(turn, ChoosingProvider{});
  }
}

void on(Turn& turn, const ConfirmingAdmin&, const Event& event) {
  if (std::holds_alternative<AdminConfirmed>(event)) {
    tell(turn, HostEvent::confirm_admin);
    go_to(turn, ReviewingPermissions{});
  } else if (std::holds_alternative<InviteChosen>(event)) {
    invite(turn);
  } else if (std::holds_alternative<BackPressed>(event)) {
    go_to(turn, ChoosingMethod{});
  }
}

}  // namespace ats::flow
