#include "flow/screens/chapters.hpp"

namespace ats::flow {
namespace {

template <class... Kinds>
bool is_any(const Event& event) {
  return (std::holds_alternative<Kinds>(event) || ...);
}

/// The presses that need a screen which nothing lies over. What was typed still arrives: fields tell it late.
bool needs_screen(const Event& event) {
  return is_any<SessionAccepted, ProviderSearched, AllProvidersAsked, NotListedPressed, RequestSubmitted,
                ProviderChosen, KeyMethodChosen, InviteChosen, AdminConfirmed, LinkCopied, LinkMailed,
                NameCopied, ReportCopied, TextCopied, PermissionsAccepted, SuggestionTaken, ScopeCopied,
                PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed,
                EditPressed, StartOverPressed>(event);
}

std::optional<model::ErrorCode> code_of(const Screen& screen) {
  if (const auto* failed = std::get_if<Failed>(&screen)) return failed->error.code;
  if (const auto* refused = std::get_if<Refused>(&screen)) return refused->error.code;
  return std::nullopt;
}

}  // namespace

bool on_overlay(Turn& turn, const Event& event) {
  Overlay& overlay = turn.state.overlay;
  if (std::holds_alternative<std::monostate>(overlay)) return false;
  const bool helping = std::holds_alternative<ShowingHelp>(overlay);
  const bool goes =
      is_any<BackPressed, KeepGoingPressed>(event) || (helping && is_any<ClosePressed, HelpPressed>(event));
  if (goes) overlay = std::monostate{};
  return goes || needs_screen(event);
}

bool on_report(Turn& turn, const Event& event) {
  Screen& screen = turn.state.screen;
  bool* copied = nullptr;
  if (auto* connected = std::get_if<Connected>(&screen)) copied = &connected->copied;
  if (auto* failed = std::get_if<Failed>(&screen)) copied = &failed->copied;
  if (auto* refused = std::get_if<Refused>(&screen)) copied = &refused->copied;
  if (copied == nullptr) return false;
  if (const auto* asked = std::get_if<ReportCopied>(&event)) {
    add(turn, CopyText{asked->text, asked->report});
  } else if (std::holds_alternative<TextCopied>(event)) {
    *copied = true;
    ++turn.state.turn;  // That it was copied is announced.
  } else {
    return false;
  }
  return true;
}

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
