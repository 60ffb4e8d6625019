#include "model/link_error.hpp"

#include <array>
#include <cstddef>

namespace ats::model {

std::string_view name_of(ErrorCode code) {
  static constexpr std::array<std::string_view, 21> names{"RELAY_MISCONFIGURED",
                                                          "OFFLINE",
                                                          "TIMEOUT",
                                                          "NETWORK",
                                                          "RATE_LIMITED",
                                                          "SUBDOMAIN_MISMATCH",
                                                          "INSUFFICIENT_SCOPES",
                                                          "SUBDOMAIN_NOT_FOUND",
                                                          "PROVIDER_UNAVAILABLE",
                                                          "INVALID_CREDENTIALS",
                                                          "UNEXPECTED_RESPONSE",
                                                          "LOAD_FAILED",
                                                          "FRAME_BLOCKED",
                                                          "ORIGIN_NOT_ALLOWED",
                                                          "CONFIG_INVALID",
                                                          "VERSION_MISMATCH",
                                                          "INSECURE_CONTEXT",
                                                          "SESSION_EXPIRED",
                                                          "HANDOVER_FAILED",
                                                          "INVALID_SUBDOMAIN",
                                                          "INTERNAL"};
  static_assert(names.size() == static_cast<std::size_t>(ErrorCode::internal) + 1);
  return names[static_cast<std::size_t>(code)];
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

bool about_subdomain(ErrorCode code) {
  return code == ErrorCode::subdomain_not_found || code == ErrorCode::subdomain_mismatch ||
         code == ErrorCode::invalid_subdomain;
}

}  // namespace ats::model
