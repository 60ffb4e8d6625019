#include "model/link_error.hpp"

namespace ats::model {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::relay_misconfigured:
      return "RELAY_MISCONFIGURED";
    case ErrorCode::offline:
      return "OFFLINE";
    case ErrorCode::timeout:
      return "TIMEOUT";
    case ErrorCode::network:
      return "NETWORK";
    case ErrorCode::rate_limited:
      return "RATE_LIMITED";
    case ErrorCode::subdomain_mismatch:
      return "SUBDOMAIN_MISMATCH";
    case ErrorCode::insufficient_scopes:
      return "INSUFFICIENT_SCOPES";
    case ErrorCode::subdomain_not_found:
      return "SUBDOMAIN_NOT_FOUND";
    case ErrorCode::provider_unavailable:
      return "PROVIDER_UNAVAILABLE";
    case ErrorCode::invalid_credentials:
      return "INVALID_CREDENTIALS";
    case ErrorCode::unexpected_response:
      return "UNEXPECTED_RESPONSE";
    case ErrorCode::load_failed:
      return "LOAD_FAILED";
    case ErrorCode::frame_blocked:
      return "FRAME_BLOCKED";
    case ErrorCode::origin_not_allowed:
      return "ORIGIN_NOT_ALLOWED";
    case ErrorCode::config_invalid:
      return "CONFIG_INVALID";
    case ErrorCode::version_mismatch:
      return "VERSION_MISMATCH";
    case ErrorCode::insecure_context:
      return "INSECURE_CONTEXT";
    case ErrorCode::session_expired:
      return "SESSION_EXPIRED";
    case ErrorCode::handover_failed:
      return "HANDOVER_FAILED";
    case ErrorCode::invalid_subdomain:
      return "INVALID_SUBDOMAIN";
    case ErrorCode::internal:
      return "INTERNAL";
  }
  return "INTERNAL";
}

bool retryable(ErrorCode code) {
  // The same input may succeed later; every other code needs a change first.
  switch (code) {
    case ErrorCode::offline:
    case ErrorCode::timeout:
    case ErrorCode::network:
    case ErrorCode::rate_limited:
    case ErrorCode::provider_unavailable:
    case ErrorCode::unexpected_response:
    case ErrorCode::load_failed:
    case ErrorCode::handover_failed:
      return true;
    default:
      return false;
  }
}

bool detail_is_ours(ErrorCode code) {
  return code == ErrorCode::config_invalid || code == ErrorCode::handover_failed ||
         code == ErrorCode::load_failed;
}

}  // namespace ats::model
