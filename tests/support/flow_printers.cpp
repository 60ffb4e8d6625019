#include "support/flow_printers.hpp"

#include <array>
#include <map>
#include <optional>

#include "base/variant.hpp"

namespace ats::flow::sample {
namespace {

std::string number(int value) { return std::to_string(value); }
std::string code(const model::LinkError& error) {
  return std::string(model::name_of(error.code)) + " " + error.detail;
}
std::string code(const std::optional<model::LinkError>& error) { return error ? code(*error) : "-"; }
std::string step(const std::optional<Step>& value) { return value ? std::string(name_of(*value)) : "-"; }

std::string fields_of(const std::map<std::string, std::string>& fields) {
  std::string words;
  for (const auto& [id, value] : fields) words += " " + id + "=" + value;
  return words;
}

std::string secrets_of(const std::map<std::string, base::Secret>& secrets) {
  std::string words;
  for (const auto& [id, secret] : secrets) words += " " + id + "[" + std::to_string(secret.size()) + "]";
  return words;
}

std::string told(const NotifyHost& effect) {
  static const std::array<const char*, 14> names{"OPEN",
                                                 "TRANSITION_VIEW",
                                                 "SEARCH_PROVIDER",
                                                 "REQUEST_PROVIDER",
                                                 "SELECT_PROVIDER",
                                                 "SELECT_METHOD",
                                                 "CONFIRM_ADMIN",
                                                 "INVITE_ADMIN",
                                                 "ACCEPT_PERMISSIONS",
                                                 "SUBMIT_CREDENTIALS",
                                                 "HELP",
                                                 "ERROR",
                                                 "HANDOFF",
                                                 "EXIT"};
  std::string words = std::string("NotifyHost ") + names[static_cast<std::size_t>(effect.name)] + " on " +
                      std::string(name_of(effect.step)) + " provider " + effect.provider + " " +
                      step(effect.from) + "->" + step(effect.to) + " error " + code(effect.error);
  if (effect.result_count) words += " count " + number(*effect.result_count);
  if (!effect.requested.empty()) words += " requested " + effect.requested;
  if (effect.reason) words += " reason " + std::string(name_of(*effect.reason));
  return words;
}

std::string timer(const char* verb, TimerKind kind, Attempt attempt) {
  static const std::array<const char*, 4> kinds{"deadline", "countdown", "idle", "loading"};
  return std::string(verb) + " " + kinds[static_cast<std::size_t>(kind)] + " " + number(attempt);
}

}  // namespace

std::string in_words(const Effect& effect) {
  static const base::Overloaded say{
      [](const SendProbe& e) {
        return "SendProbe " + number(e.attempt) + " " + e.provider + "/" + e.probe + fields_of(e.fields) +
               secrets_of(e.secrets);
      },
      [](const AbortRequests& e) { return "AbortRequests " + number(e.attempt); },
      [](const StartTimer& e) { return timer("StartTimer", e.kind, e.attempt) + " " + number(e.ms); },
      [](const StopTimer& e) { return timer("StopTimer", e.kind, e.attempt); },
      [](const Seal& e) {
        return "Seal " + number(e.attempt) + (e.purpose == SealFor::verify ? " verify " : " handover ") +
               e.state + " " + e.provider + fields_of(e.fields) + secrets_of(e.secrets) +
               (e.connection ? " connection" : " -");
      },
      [](const PostToken& e) { return "PostToken " + number(e.attempt) + " " + e.token; },
      [](const AskSession& e) { return "AskSession " + number(e.attempt) + " " + e.state; },
      [](const FetchProvider& e) { return "FetchProvider " + e.provider; },
      [](const NotifyHost& e) { return told(e); },
      [](const TellSuccess& e) {
        return "TellSuccess " + e.public_token + " " + e.provider + " " + e.subdomain;
      },
      [](const TellExit& e) {
        return "TellExit " + code(e.error) + " last " + code(e.last_error) + " " +
               std::string(name_of(e.reason)) + " on " + std::string(name_of(e.step)) + " " + e.provider;
      },
      [](const CloseWidget&) { return std::string("CloseWidget"); },
      [](const ReplyHost& e) { return "ReplyHost " + number(e.reply) + (e.done ? " done" : " not done"); },
      [](const CopyText& e) { return "CopyText " + e.text; },
      [](const AskHostForHelp& e) {
        return "AskHostForHelp " + std::string(name_of(e.step)) + " " +
               (e.code ? std::string(model::name_of(*e.code)) : "-");
      },
      [](const SaveSnapshot& e) {
        return "SaveSnapshot " + std::string(name_of(e.snapshot.step)) + " " + e.snapshot.provider +
               fields_of(e.snapshot.fields);
      },
      [](const WipeSecrets&) { return std::string("WipeSecrets"); }};
  const auto* of_page = std::get_if<PageEffect>(&effect);
  if (of_page != nullptr) return std::visit(say, *of_page);
  const auto* probe = std::get_if<SendProbe>(&effect);
  return probe != nullptr ? say(*probe) : say(std::get<Seal>(effect));
}

std::string in_words(const Transition& transition) {
  const State& next = transition.next;
  std::string words = "screen " + std::to_string(next.screen.index()) + " (" +
                      std::string(name_of(step_of(next.screen))) + ") overlay " +
                      std::to_string(next.overlay.index()) + " turn " + number(next.turn) + " attempts " +
                      number(next.attempts) + " provider " + next.draft.provider + " fields" +
                      fields_of(next.draft.fields) + " secrets" + secrets_of(next.draft.secrets) +
                      " search " + next.draft.search + (next.draft.show_all ? " all" : "") + " requested " +
                      next.draft.requested + " further " + std::to_string(next.draft.further) +
                      (next.draft.show_key ? " shown" : "") + (next.draft.show_pictures ? " drawn" : "") +
                      " fetching " + std::to_string(next.fetching.size()) + (next.resumed ? " resumed" : "") +
                      (next.succeeded ? " succeeded" : "") + " last " + code(next.last_error);
  for (const Effect& effect : transition.effects) words += "\n    " + in_words(effect);
  return words + "\n";
}

}  // namespace ats::flow::sample
