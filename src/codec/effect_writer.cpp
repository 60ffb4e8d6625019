#include "codec/effect_writer.hpp"

#include <array>
#include <variant>

#include "base/variant.hpp"
#include "codec/enums.hpp"
#include "codec/writer.hpp"
#include "model/date.hpp"
#include "view/error_words.hpp"

namespace ats::codec {
namespace {

/// What a `displayMessage` is made of.
struct ErrorWords {
  const model::Catalogue& catalogue;
  const view::Messages& messages;
};

using model::ErrorCode;

/// For a developer's log. A wrong field follows after a colon; the ATS's own words never do.
const char* developer_sentence(ErrorCode code) {
  switch (code) {
    case ErrorCode::relay_misconfigured:
      return "The relay refused the request or did not answer with its own JSON";
    case ErrorCode::offline:
      return "The browser is offline";
    case ErrorCode::timeout:
      return "No answer within the time limit";
    case ErrorCode::network:
      return "The relay or the ATS could not be reached";
    case ErrorCode::rate_limited:
      return "The ATS or the relay answered 429";
    case ErrorCode::subdomain_mismatch:
      return "The key belongs to another account";
    case ErrorCode::insufficient_scopes:
      return "The key lacks required scopes";
    case ErrorCode::subdomain_not_found:
      return "No such account";
    case ErrorCode::provider_unavailable:
      return "The ATS answered with a server error";
    case ErrorCode::invalid_credentials:
      return "The ATS did not accept the key";
    case ErrorCode::unexpected_response:
      return "The ATS answered in no known way";
    case ErrorCode::load_failed:
      return "The link page, or a part of it, did not load";
    case ErrorCode::frame_blocked:
      return "The link page did not answer in its frame";
    case ErrorCode::origin_not_allowed:
      return "The host page is not in allowedOrigins";
    case ErrorCode::config_invalid:
      return "Wrong configuration";
    case ErrorCode::version_mismatch:
      return "Opener and link page do not fit together";
    case ErrorCode::insecure_context:
      return "Not a secure context";
    case ErrorCode::session_expired:
      return "The backend does not know the session";
    case ErrorCode::handover_failed:
      return "The backend did not take the sealed key";
    case ErrorCode::invalid_subdomain:
      return "Not a subdomain";
    case ErrorCode::internal:
      return "Internal error";
  }
  return "";
}

std::string name_of_provider(const ErrorWords& words, const std::string& id) {
  const model::ProviderEntry* provider = model::find_provider(words.catalogue, id);
  return provider != nullptr ? provider->name : std::string{};
}

/// A LinkError of contract 4. `message` is English and for logs, `displayMessage` in the user's language;
/// neither holds what was typed.
void write_error(Writer& out, const char* name, const model::LinkError& error, flow::Step step,
                 const std::string& provider, const ErrorWords& words) {
  std::string message = developer_sentence(error.code);
  if (!error.detail.empty() && model::detail_is_ours(error.code)) message += ": " + error.detail;
  out.open_object(name).text("code", model::name_of(error.code)).text("message", message);
  out.text("displayMessage",
           view::error_sentence(words.messages, error.code, name_of_provider(words, provider)));
  out.flag("retryable", model::retryable(error.code)).text("step", flow::name_of(step));
  if (!error.missing_scopes.empty()) out.texts("missingScopes", error.missing_scopes);
  if (error.code == ErrorCode::rate_limited) out.number("retryAfterMs", error.retry_after_ms);
  out.close_object();
}

constexpr std::array event_names{"OPEN",
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
static_assert(event_names.size() == count_up_to(flow::HostEvent::exit));
constexpr std::array report_words{"receipt", "diagnostic"};
static_assert(report_words.size() == count_up_to(flow::Report::diagnostic));
constexpr std::array purpose_words{"handover", "verify"};
static_assert(purpose_words.size() == count_up_to(flow::SealFor::verify));

void write_account(Writer& out, const std::optional<model::Account>& account) {
  if (!account) {
    out.null("account");
    return;
  }
  out.open_object("account").text_if("id", account->id).text_if("name", account->name);
  out.close_object();
}

void write_scopes(Writer& out, const model::ScopeResult& scopes) {
  out.open_object("scopes").texts("granted", scopes.granted).texts("missing", scopes.missing);
  out.texts("unverified", scopes.unverified).close_object();
}

void write_notify(Writer& out, const flow::NotifyHost& notify, const ErrorWords& words) {
  out.open_object("event").text("name", word(event_names, notify.name));
  out.text_or_null("provider", notify.provider).text("step", flow::name_of(notify.step));
  if (notify.to) {
    out.text_or_null("from", notify.from ? flow::name_of(*notify.from) : std::string_view{});
    out.text("to", flow::name_of(*notify.to));
  }
  if (notify.result_count) out.number("resultCount", *notify.result_count);
  out.text_if("requested", notify.requested);
  if (notify.error) write_error(out, "error", *notify.error, notify.step, notify.provider, words);
  if (notify.reason) out.text("reason", flow::name_of(*notify.reason));
  out.close_object();
}

void write_success(Writer& out, const flow::TellSuccess& success) {
  out.text("publicToken", success.public_token).open_object("metadata");
  out.text_or_null("provider", success.provider).text("step", flow::name_of(flow::Step::connected));
  out.text("method", "api_key").text_or_null("subdomain", success.subdomain);
  write_account(out, success.connection.account);
  write_scopes(out, success.connection.scopes);
  out.text_or_null("keyExpiresAt",
                   success.key_expires == 0 ? std::string{} : model::written_day(success.key_expires));
  out.close_object();
}

void write_optional_error(Writer& out, const char* name, const std::optional<model::LinkError>& error,
                          const flow::TellExit& exit, const ErrorWords& words) {
  if (error) {
    write_error(out, name, *error, exit.step, exit.provider, words);
  } else {
    out.null(name);
  }
}

void write_exit(Writer& out, const flow::TellExit& exit, const ErrorWords& words) {
  write_optional_error(out, "error", exit.error, exit, words);
  out.open_object("metadata").text_or_null("provider", exit.provider).text("step", flow::name_of(exit.step));
  out.text("reason", flow::name_of(exit.reason));
  write_optional_error(out, "lastError", exit.last_error, exit, words);
  out.close_object();
}

void write_snapshot(Writer& out, const flow::Snapshot& snapshot) {
  out.open_object("snapshot")
      .text("step", flow::name_of(snapshot.step))
      .text_or_null("provider", snapshot.provider);
  out.texts("fields", snapshot.fields).close_object();
}

/// The members of each effect after its type.
void write_members(Writer& out, const flow::PageEffect& effect, const ErrorWords& words) {
  std::visit(
      base::Overloaded{
          [&](const flow::AbortRequests& abort) {
            out.text("type", "abort").number("attempt", abort.attempt);
          },
          [&](const flow::StartTimer& timer) {
            out.text("type", "start_timer").text("kind", word(timer_words, timer.kind));
            out.number("attempt", timer.attempt).number("ms", timer.ms);
          },
          [&](const flow::StopTimer& timer) {
            out.text("type", "stop_timer").text("kind", word(timer_words, timer.kind));
            out.number("attempt", timer.attempt);
          },
          [&](const flow::PostToken& post) {
            out.text("type", "post_token").number("attempt", post.attempt).text("token", post.token);
          },
          [&](const flow::AskSession& ask) {
            out.text("type", "ask_session").number("attempt", ask.attempt).text("state", ask.state);
          },
          [&](const flow::FetchProvider& fetch) {
            out.text("type", "fetch_provider").text("id", fetch.provider);
          },
          [&](const flow::NotifyHost& notify) { write_notify(out.text("type", "notify"), notify, words); },
          [&](const flow::TellSuccess& success) { write_success(out.text("type", "success"), success); },
          [&](const flow::TellExit& exit) { write_exit(out.text("type", "exit"), exit, words); },
          [&](const flow::CloseWidget&) { out.text("type", "close"); },
          [&](const flow::ReplyHost& reply) {
            out.text("type", "reply").number("n", reply.reply).flag("ok", reply.done);
          },
          [&](const flow::CopyText& copy) {
            out.text("type", "copy").text("text", copy.text);
            if (copy.report) out.text("report", word(report_words, *copy.report));
          },
          [&](const flow::AskHostForHelp& help) {
            out.text("type", "help").text("step", flow::name_of(help.step));
            if (help.code) out.text("code", model::name_of(*help.code));
          },
          [&](const flow::SaveSnapshot& save) {
            write_snapshot(out.text("type", "snapshot"), save.snapshot);
          },
          [&](const flow::WipeSecrets&) { out.text("type", "wipe"); },
      },
      effect);
}

}  // namespace

std::string write_effect(const flow::PageEffect& effect, const model::Catalogue& catalogue,
                         const view::Messages& messages) {
  Writer out;
  out.open_object();
  write_members(out, effect, {catalogue, messages});
  out.close_object();
  return out.take();
}

std::string write_seal(const flow::Seal& seal) {
  Writer out;
  out.open_object().text("type", "seal").number("attempt", seal.attempt);
  out.text("purpose", word(purpose_words, seal.purpose));
  out.text("state", seal.state).text("provider", seal.provider).text("method", "api_key");
  out.texts("fields", seal.fields);
  if (seal.connection) {
    write_account(out, seal.connection->account);
    write_scopes(out, seal.connection->scopes);
  } else {
    out.null("account").null("scopes");
  }
  out.close_object();
  return out.take();
}

}  // namespace ats::codec
