#include "flow/chapters.hpp"

namespace ats::flow {
namespace {

std::optional<model::ErrorCode> code_of(const Screen& screen) {
  if (const auto* failed = std::get_if<Failed>(&screen)) return failed->error.code;
  if (const auto* refused = std::get_if<Refused>(&screen)) return refused->error.code;
  return std::nullopt;
}

}  // namespace

bool on_help(Turn& turn, const Event& event) {
  if (!std::holds_alternative<HelpPressed>(event)) return false;
  const Screen& screen = turn.state.screen;
  if (std::holds_alternative<Idle>(screen)) return true;
  tell(turn, HostEvent::help);
  if (turn.state.config.support_request) {
    add(turn, AskHostForHelp{step_of(screen), code_of(screen)});
  } else {
    turn.state.overlay = ShowingHelp{};
  }
  return true;
}

}  // namespace ats::flow
