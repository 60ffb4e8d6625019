#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ats::model {

/// The closed set of contract.md 3 and 4.
enum class ErrorCode {
  relay_misconfigured,
  offline,
  timeout,
  network,
  rate_limited,
  subdomain_mismatch,
  insufficient_scopes,
  subdomain_not_found,
  provider_unavailable,
  invalid_credentials,
  unexpected_response,
  load_failed,
  frame_blocked,
  origin_not_allowed,
  config_invalid,
  version_mismatch,
  insecure_context,
  session_expired,
  handover_failed,
  invalid_subdomain,
  internal,
};

/// `RATE_LIMITED` and so on, as the contract spells them.
[[nodiscard]] std::string_view name_of(ErrorCode code);
[[nodiscard]] bool retryable(ErrorCode code);
/// The detail is our own, a wrong field; with every other code it is the ATS's, which no log may have.
[[nodiscard]] bool detail_is_ours(ErrorCode code);
/// What is wrong is most likely which account was named, not the key.
[[nodiscard]] bool about_subdomain(ErrorCode code);

struct LinkError {
  ErrorCode code = ErrorCode::internal;
  std::vector<std::string> missing_scopes;
  int retry_after_ms = 0;  // RATE_LIMITED only.
  std::string suggestion;  // The subdomain that the key belongs to, if known.
  std::string detail;  // The ATS's own words, at most 200 characters, or what is wrong in a configuration or
                       // a backend's answer. Never what was typed.
  bool operator==(const LinkError&) const = default;
};

}  // namespace ats::model
