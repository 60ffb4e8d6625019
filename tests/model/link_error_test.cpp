#include "model/link_error.hpp"

#include <catch2/catch_test_macros.hpp>

namespace ats::model {
namespace {

TEST_CASE("every error code has the contract's name") {
  CHECK(name_of(ErrorCode::relay_misconfigured) == "RELAY_MISCONFIGURED");
  CHECK(name_of(ErrorCode::offline) == "OFFLINE");
  CHECK(name_of(ErrorCode::timeout) == "TIMEOUT");
  CHECK(name_of(ErrorCode::network) == "NETWORK");
  CHECK(name_of(ErrorCode::rate_limited) == "RATE_LIMITED");
  CHECK(name_of(ErrorCode::subdomain_mismatch) == "SUBDOMAIN_MISMATCH");
  CHECK(name_of(ErrorCode::insufficient_scopes) == "INSUFFICIENT_SCOPES");
  CHECK(name_of(ErrorCode::subdomain_not_found) == "SUBDOMAIN_NOT_FOUND");
  CHECK(name_of(ErrorCode::provider_unavailable) == "PROVIDER_UNAVAILABLE");
  CHECK(name_of(ErrorCode::invalid_credentials) == "INVALID_CREDENTIALS");
  CHECK(name_of(ErrorCode::unexpected_response) == "UNEXPECTED_RESPONSE");
  CHECK(name_of(ErrorCode::load_failed) == "LOAD_FAILED");
  CHECK(name_of(ErrorCode::frame_blocked) == "FRAME_BLOCKED");
  CHECK(name_of(ErrorCode::origin_not_allowed) == "ORIGIN_NOT_ALLOWED");
  CHECK(name_of(ErrorCode::config_invalid) == "CONFIG_INVALID");
  CHECK(name_of(ErrorCode::version_mismatch) == "VERSION_MISMATCH");
  CHECK(name_of(ErrorCode::insecure_context) == "INSECURE_CONTEXT");
  CHECK(name_of(ErrorCode::session_expired) == "SESSION_EXPIRED");
  CHECK(name_of(ErrorCode::handover_failed) == "HANDOVER_FAILED");
  CHECK(name_of(ErrorCode::invalid_subdomain) == "INVALID_SUBDOMAIN");
  CHECK(name_of(ErrorCode::internal) == "INTERNAL");
}

TEST_CASE("an error is retryable when the same input may succeed later") {
  for (const ErrorCode code :
       {ErrorCode::offline, ErrorCode::timeout, ErrorCode::network, ErrorCode::rate_limited,
        ErrorCode::provider_unavailable, ErrorCode::unexpected_response, ErrorCode::load_failed,
        ErrorCode::handover_failed}) {
    CHECK(retryable(code));
  }
  for (const ErrorCode code :
       {ErrorCode::relay_misconfigured, ErrorCode::subdomain_mismatch, ErrorCode::insufficient_scopes,
        ErrorCode::subdomain_not_found, ErrorCode::invalid_credentials, ErrorCode::config_invalid,
        ErrorCode::internal}) {
    CHECK_FALSE(retryable(code));
  }
}

}  // namespace
}  // namespace ats::model
