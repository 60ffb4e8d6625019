#include "flow/screens/closing.hpp"

#include <optional>
#include <utility>

#include "base/variant.hpp"

namespace ats::flow {
namespace {

/// Why, as the host is told: what happened weighs more than which button was pressed.
ExitReason reason_of(const Screen& screen, ExitReason given) {
  if (std::holds_alternative<Refused>(screen)) return ExitReason::error;
  const auto* inviting = std::get_if<Inviting>(&screen);
  if (inviting != nullptr && (inviting->copied || inviting->mailed)) return ExitReason::invited_admin;
  return given;
}

void tell_exit(Turn& turn, ExitReason given) {
  TellExit told;
  told.reason = reason_of(turn.state.screen, given);
  told.step = step_of(turn.state.screen);
  told.provider = turn.state.draft.provider;
  told.last_error = turn.state.last_error;
  if (const auto* refused = std::get_if<Refused>(&turn.state.screen)) told.error = refused->error;

  NotifyHost exit = notice(turn, HostEvent::exit);
  exit.reason = told.reason;
  add(turn, std::move(exit));
  add(turn, std::move(told));
}

void close(Turn& turn, ExitReason given, std::optional<int> reply = std::nullopt) {
  if (!turn.state.succeeded) {
    // What was typed since the screen was shown, for whoever opens again.
    if (std::holds_alternative<EnteringDetails>(turn.state.screen)) save(turn, Step::subdomain);
    stop_running(turn);
    wipe_secrets(turn);
    tell_exit(turn, given);
  }
  if (reply) add(turn, ReplyHost{*reply, true});
  add(turn, CloseWidget{});
  turn.state.screen = Closed{};
  turn.state.overlay = std::monostate{};
  turn.state.draft = Draft{};
}

bool must_ask(const Setup& setup, const State& state) {
  return typed_something(setup, state) && !std::holds_alternative<Refused>(state.screen) &&
         !std::holds_alternative<AskingToClose>(state.overlay);
}

void ask(Turn& turn, ExitReason reason) {
  turn.state.overlay = AskingToClose{};
  turn.state.close_reason = reason;
}

/// Where nothing is lost by a press beside the dialog, which is easily made by mistake.
bool on_first_step(const State& state) {
  return std::holds_alternative<AwaitingSession>(state.screen) ||
         std::holds_alternative<ConfirmingSession>(state.screen) ||
         std::holds_alternative<ChoosingProvider>(state.screen) ||
         (std::holds_alternative<ChoosingMethod>(state.screen) && !may_choose(state));
}

/// What Escape or a press beside the dialog means besides closing: nothing, or the help or the search goes
/// first.
bool is_no_close(State& state, ExitReason reason) {
  if (reason == ExitReason::backdrop) return !on_first_step(state);
  if (reason != ExitReason::escape) return false;
  // Where a click beside has left the focus with the host, it is the host that tells.
  if (std::holds_alternative<ShowingHelp>(state.overlay)) {
    state.overlay = std::monostate{};
    return true;
  }
  if (!std::holds_alternative<ChoosingProvider>(state.screen) ||
      !std::holds_alternative<std::monostate>(state.overlay) || state.draft.search.empty())
    return false;
  state.draft.search.clear();
  return true;
}

void exit_asked(Turn& turn, const HostExitAsked& event) {
  if (std::holds_alternative<Idle>(turn.state.screen) ||
      (!event.force && is_no_close(turn.state, event.reason))) {
    add(turn, ReplyHost{event.reply, false});
  } else if (!event.force && must_ask(turn.setup, turn.state)) {
    ask(turn, event.reason);
    add(turn, ReplyHost{event.reply, false});
  } else {
    close(turn, event.reason, event.reply);
  }
}

void close_pressed(Turn& turn, ExitReason reason) {
  if (std::holds_alternative<Idle>(turn.state.screen) || is_no_close(turn.state, reason)) return;
  if (must_ask(turn.setup, turn.state)) {
    ask(turn, reason);
  } else {
    close(turn, reason);
  }
}

}  // namespace

bool on_closing(Turn& turn, const Event& event) {
  if (const auto* pressed = std::get_if<ClosePressed>(&event)) {
    close_pressed(turn, pressed->reason);
    return true;
  }
  if (const auto* asked = std::get_if<HostExitAsked>(&event)) {
    exit_asked(turn, *asked);
    return true;
  }
  if (!std::holds_alternative<CloseConfirmed>(event)) return false;
  if (std::holds_alternative<AskingToClose>(turn.state.overlay)) close(turn, turn.state.close_reason);
  return true;
}

void on(Turn& turn, const Connected&, const Event& event) {
  if (std::holds_alternative<DonePressed>(event)) close(turn, ExitReason::user_closed);
}

namespace {

/// The presses that need a screen which nothing lies over. What was typed still arrives: fields tell it late.
bool needs_screen(const Event& event) {
  return base::is_any<SessionAccepted, ProviderSearched, AllProvidersAsked, NotListedPressed,
                      RequestSubmitted, ProviderChosen, KeyMethodChosen, InviteChosen, AdminConfirmed,
                      LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied, PermissionsAccepted,
                      SuggestionTaken, ScopeCopied, PicturesToggled, KeyVisibilityToggled, DetailsSubmitted,
                      KeySubmitted, RetryPressed, EditPressed, StartOverPressed>(event);
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
  const bool goes = base::is_any<BackPressed, KeepGoingPressed>(event) ||
                    (helping && base::is_any<ClosePressed, HelpPressed>(event));
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
