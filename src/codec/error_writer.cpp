#include "codec/error_writer.hpp"

#include "view/error_words.hpp"

namespace ats::codec {
namespace {

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

}  // namespace

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

}  // namespace ats::codec
