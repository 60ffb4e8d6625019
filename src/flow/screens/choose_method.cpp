#include "flow/screens/chapters.hpp"

namespace ats::flow {

void on(Turn& turn, const ChoosingMethod&, const Event& event) {
  if (std::holds_alternative<KeyMethodChosen>(event)) {
    tell(turn, HostEvent::select_method);
    go_to(turn, ConfirmingAdmin{});
  } else if (std::holds_alternative<InviteChosen>(event)) {
    turn.next = Invitation{};
  } else if (std::holds_alternative<BackPressed>(event)) {
    go_to(turn, ChoosingProvider{});
  }
}

void on(Turn& turn, const ConfirmingAdmin&, const Event& event) {
  if (std::holds_alternative<AdminConfirmed>(event)) {
    tell(turn, HostEvent::confirm_admin);
    turn.next = Onward{Step::permissions};
  } else if (std::holds_alternative<InviteChosen>(event)) {
    turn.next = Invitation{};
  } else if (std::holds_alternative<BackPressed>(event)) {
    go_to(turn, ChoosingMethod{});
  }
}

/// Back returns to where it was.
void begin(Turn& turn, const Invitation&) {
  tell(turn, HostEvent::invite_admin);
  turn.next = Onward{Step::invite};
}

void on(Turn& turn, const Inviting& screen, const Event& event) {
  auto* shown = std::get_if<Inviting>(&turn.state.screen);
  const std::string& link = turn.state.config.invite_url;
  if (std::holds_alternative<BackPressed>(event)) {
    go_to(turn, screen.from == Step::method ? Screen{ChoosingMethod{}} : Screen{ConfirmingAdmin{}});
  } else if (std::holds_alternative<LinkCopied>(event) && !link.empty()) {
    add(turn, CopyText{link});
    shown->copied = true;
  } else if (std::holds_alternative<TextCopied>(event)) {
    shown->on_clipboard = true;
    ++turn.state.turn;  // That it was copied is announced.
  } else if (std::holds_alternative<LinkMailed>(event)) {
    shown->mailed = true;
  }
}

}  // namespace ats::flow
