#include "flow/invite.hpp"

#include "flow/chapters.hpp"

namespace ats::flow {

void invite(Turn& turn) {
  const Step from = step_of(turn.state.screen);
  tell(turn, HostEvent::invite_admin);
  go_to(turn, Inviting{from, false, false});
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
