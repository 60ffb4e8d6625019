#include "codec/inbound.hpp"

#include <utility>

#include "codec/boot.hpp"
#include "codec/config_reader.hpp"
#include "codec/enums.hpp"
#include "codec/messages_reader.hpp"
#include "codec/provider.hpp"
#include "codec/relay_answer.hpp"

namespace ats::codec {
namespace {

using flow::Event;

constexpr int any_number = 2'000'000'000;
constexpr std::size_t typed_limit = 4096;
constexpr std::size_t token_limit = std::size_t{16} * 1024;

// The names of the contract back to what they name; nothing for any other text.

/// The value from 0 to `last` that has this name, by the one table that writes it.
template <class Enum>
std::optional<Enum> named(const std::string& name, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

std::optional<flow::Step> step_named(const std::string& name) { return named(name, flow::Step::failed); }

std::optional<model::ErrorCode> code_named(const std::string& name) {
  return named(name, model::ErrorCode::internal);
}

std::optional<flow::ExitReason> reason_named(const std::string& name) {
  return named(name, flow::ExitReason::error);
}

int attempt_in(ObjectReader& in) {
  int attempt = 0;
  in.number("attempt", attempt, 0, any_number);
  return attempt;
}

int reply_in(ObjectReader& in) {
  int reply = 0;
  in.number("n", reply, 0, any_number);
  return reply;
}

std::string text_in(ObjectReader& in, const char* name, std::size_t limit,
                    Presence presence = Presence::required) {
  std::string text;
  in.text(name, text, presence, limit);
  return text;
}

/// A wrong code makes the message one that is not understood.
model::ErrorCode code_in(ObjectReader& in) {
  const auto code = code_named(text_in(in, "code", 40));
  if (!code) in.refuse("code", "an ErrorCode");
  return code.value_or(model::ErrorCode::internal);
}

/// What went wrong at the backend, with the page's own words for a developer.
template <class Failure>
Event failure_event(ObjectReader& in) {
  Failure failure;
  failure.attempt = attempt_in(in);
  failure.code = code_in(in);
  in.text("detail", failure.detail, optional, 200);
  return failure;
}

flow::ExitReason reason_in(ObjectReader& in) {
  const std::string name = text_in(in, "reason", 40, optional);
  const auto reason = name.empty() ? flow::ExitReason::host : reason_named(name);
  if (!reason) in.refuse("reason", "an ExitMetadata.reason");
  return reason.value_or(flow::ExitReason::host);
}

std::optional<flow::Snapshot> snapshot_in(ObjectReader& in) {
  ObjectReader snapshot = in.object("snapshot", optional);
  if (!snapshot.present()) return std::nullopt;
  flow::Snapshot read;
  const auto step = step_named(text_in(snapshot, "step", 40));
  if (!step) snapshot.refuse("step", "a Step");
  read.step = step.value_or(flow::Step::provider);
  snapshot.text("provider", read.provider, optional, 64);
  read_texts(snapshot, "fields", read.fields, Presence::required, typed_limit);
  snapshot.close();
  return read;
}

/// The configuration has its own problem: it is the host's mistake and is told, not dropped.
Event open_event(ObjectReader& in) {
  Problem wrong;
  flow::Opened opened;
  const Json* config = in.take("config", Presence::required, "an object");
  opened.snapshot = snapshot_in(in);
  in.number("today", opened.today, 0, 1 << 20, optional);
  opened.config = read_host_config(ObjectReader(config, "", wrong));
  if (!wrong.expected.empty()) return flow::ConfigRefused{wrong};
  return opened;
}

Event update_event(ObjectReader& in) {
  Problem wrong;
  const Json* config = in.take("config", Presence::required, "an object");
  flow::HostUpdated updated{read_host_config(ObjectReader(config, "", wrong))};
  if (!wrong.expected.empty()) return flow::ConfigRefused{wrong};
  return updated;
}

Event exit_event(ObjectReader& in) {
  flow::HostExitAsked asked;
  asked.reply = reply_in(in);
  in.flag("force", asked.force, optional);
  asked.reason = reason_in(in);
  return asked;
}

Event session_event(ObjectReader& in) {
  flow::SessionArrived arrived;
  arrived.attempt = attempt_in(in);
  // Bytes: 200 characters of any script, which is what the page lets through
  // (web/link/backend/backend_answer.ts).
  in.text("organisation", arrived.organisation, Presence::required, 800);
  in.text("requester", arrived.requester, optional, 800);
  in.text("provider", arrived.provider, optional, 64);
  ObjectReader scopes = in.object("scopes", optional);
  scopes.texts("required", arrived.required_scopes, optional, 64);
  scopes.texts("optional", arrived.optional_scopes, optional, 64);
  scopes.close();
  return arrived;
}

Event backend_event(ObjectReader& in) {
  flow::BackendAnswered answered;
  answered.attempt = attempt_in(in);
  const Json* probes = in.take("probes", Presence::required, "an object");
  if (probes != nullptr && !probes->is_object()) in.refuse("probes", "an object");
  if (probes == nullptr || !probes->is_object()) return answered;
  for (auto it = probes->begin(); it != probes->end(); ++it) {
    answered.replies.emplace_back(it.key(), read_relay_answer(200, it.value()));
  }
  return answered;
}

Event timer_event(ObjectReader& in) {
  flow::TimerElapsed elapsed;
  elapsed.kind = in.word("kind", timer_words, flow::TimerKind::deadline);
  elapsed.attempt = attempt_in(in);
  return elapsed;
}

Event sealed_event(ObjectReader& in) {
  const int attempt = attempt_in(in);
  return flow::Sealed{attempt, text_in(in, "token", token_limit)};
}

Event handed_over_event(ObjectReader& in) {
  const int attempt = attempt_in(in);
  return flow::HandedOver{attempt, text_in(in, "ref", token_limit)};
}

Event config_refused_event(ObjectReader& in) {
  model::ConfigError error;
  in.text("field", error.field, Presence::required, 200);
  in.text("expected", error.expected);
  return flow::ConfigRefused{error};
}

view::Action action_in(ObjectReader& in) {
  view::Action action;
  in.text("node", action.node, Presence::required, 200);
  action.kind = in.word("kind", action_words, view::ActionKind::press);
  in.text("value", action.value, optional, typed_limit);
  return action;
}

Inbound provider_in(ObjectReader& in) {
  const std::string id = text_in(in, "id", 32);
  Problem wrong;
  ObjectReader details(in.take("details", Presence::required, "an object"), "", wrong);
  model::Provider provider = read_provider(details);
  if (wrong.expected.empty() && provider.id != id) wrong = {"id", id};
  if (wrong.expected.empty()) return provider;
  return Event{flow::ProviderFailed{id, wrong.field + ": expected " + wrong.expected}};
}

Words words_in(ObjectReader& in) {
  Words words;
  read_messages(in, words.messages, Presence::required);
  for (ObjectReader& entry : in.list("catalogue")) words.catalogue.push_back(read_entry(entry));
  if (words.catalogue.empty()) in.refuse("catalogue", "at least one provider");
  return words;
}

std::optional<Inbound> message_in(const std::string& type, ObjectReader& in) {
  if (type == "action") return action_in(in);
  if (type == "open") return open_event(in);
  if (type == "update") return update_event(in);
  if (type == "config_refused") return config_refused_event(in);
  if (type == "back") return Event{flow::HostBackAsked{reply_in(in)}};
  if (type == "exit") return exit_event(in);
  if (type == "copied") return Event{flow::TextCopied{}};
  if (type == "session") return session_event(in);
  if (type == "session_refused") return failure_event<flow::SessionRefused>(in);
  if (type == "sealed") return sealed_event(in);
  if (type == "handed_over") return handed_over_event(in);
  if (type == "handover_failed") return failure_event<flow::HandoverFailed>(in);
  if (type == "backend_answer") return backend_event(in);
  if (type == "backend_failed") return failure_event<flow::BackendFailed>(in);
  if (type == "timer") return timer_event(in);
  if (type == "provider") return provider_in(in);
  if (type == "provider_failed") return Event{flow::ProviderFailed{text_in(in, "id", 32)}};
  if (type == "messages") return words_in(in);
  return std::nullopt;
}

}  // namespace

std::optional<Inbound> read_inbound(std::string_view text) {
  const Json json = parse_json(text, boot_limit);
  Problem problem;
  ObjectReader in(&json, "", problem);
  const std::string type = text_in(in, "type", 40);
  std::optional<Inbound> message = message_in(type, in);
  in.close();
  if (!problem.expected.empty()) return std::nullopt;
  return message;
}

}  // namespace ats::codec
