#include "flow/verdict/verdict.hpp"

#include <algorithm>
#include <utility>

#include "flow/step.hpp"
#include "flow/verdict/evidence.hpp"
#include "flow/verdict/named_account.hpp"
#include "flow/verdict/scope_result.hpp"
#include "model/utf8.hpp"

namespace ats::flow {
namespace {

using model::ErrorCode;
using model::LinkError;

constexpr int shortest_wait_ms = 1'000;
constexpr int longest_wait_ms = 60'000;
constexpr std::size_t longest_detail = 200;

bool any(const Evidence& evidence, Seen seen) {
  return std::any_of(evidence.witnesses.begin(), evidence.witnesses.end(),
                     [&](const Witness& witness) { return witness.seen == seen; });
}

bool all(const Evidence& evidence, Seen seen) {
  return !evidence.witnesses.empty() &&
         std::all_of(evidence.witnesses.begin(), evidence.witnesses.end(),
                     [&](const Witness& witness) { return witness.seen == seen; });
}

/// The ATS's own words in the first answer that `decides`.
template <class Decides>
std::string detail_of(const Evidence& evidence, Decides decides) {
  for (const Witness& witness : evidence.witnesses) {
    const auto* answer = std::get_if<model::UpstreamAnswer>(witness.reply);
    if (answer == nullptr || answer->error.empty() || !decides(witness)) continue;
    return std::string(model::first_characters(answer->error, longest_detail));
  }
  return {};
}

LinkError error_of(ErrorCode code, const Evidence& evidence, Seen seen) {
  LinkError error;
  error.code = code;
  error.detail = detail_of(evidence, [&](const Witness& witness) { return witness.seen == seen; });
  return error;
}

/// The longest wait that an answer names, within bounds.
int wait_of(const Evidence& evidence) {
  int longest = -1;
  for (const Witness& witness : evidence.witnesses) {
    if (witness.seen != Seen::rate_limited) continue;
    const auto* answer = std::get_if<model::UpstreamAnswer>(witness.reply);
    const auto* relay = std::get_if<model::RelayAnswer>(witness.reply);
    longest = std::max(longest, answer != nullptr ? answer->rate_limit.reset_ms : relay->retry_after_ms);
  }
  return longest < 0 ? default_wait_ms : std::clamp(longest, shortest_wait_ms, longest_wait_ms);
}

LinkError please_wait(const Evidence& evidence) {
  LinkError error = error_of(ErrorCode::rate_limited, evidence, Seen::rate_limited);
  error.retry_after_ms = wait_of(evidence);
  return error;
}

/// Row 5: the key is good; what remains is what it may do.
Verdict good_key(const model::Provider& provider, const Wanted& wanted, const Evidence& evidence) {
  model::Connection connection{account_of(evidence), scope_result(provider, wanted, evidence),
                               unasked_scopes(provider, wanted, evidence)};
  LinkError error;
  error.code = ErrorCode::insufficient_scopes;
  error.missing_scopes = missing_of(connection.scopes, wanted.required);
  if (error.missing_scopes.empty()) return connection;
  error.detail =
      detail_of(evidence, [&](const Witness& witness) { return lacks_scope(provider, *witness.reply); });
  return error;
}

/// Row 9: the ATS takes the key but lets it read nothing.
LinkError closed_key(const model::Provider& provider, const Wanted& wanted, const Evidence& evidence) {
  LinkError error = error_of(ErrorCode::insufficient_scopes, evidence, Seen::no_scope);
  const model::ScopeResult result = scope_result(provider, wanted, evidence);
  error.missing_scopes = missing_of(result, wanted.required);
  if (error.missing_scopes.empty()) error.missing_scopes = result.missing;
  if (error.missing_scopes.empty()) error.missing_scopes = refused_scopes(provider, evidence);
  return error;
}

}  // namespace

Verdict judge(const model::Provider& provider, const Wanted& wanted,
              const std::map<std::string, std::string>& fields, const Replies& replies) {
  const Evidence seen = evidence_of(provider, fields, replies);
  const auto with_suggestion = [&](LinkError error) {
    error.suggestion = suggestion_of(provider, seen);
    return error;
  };
  // One statement a row of contract.md 3, in its order.
  if (any(seen, Seen::relay_fault))
    return error_of(ErrorCode::relay_misconfigured, seen, Seen::relay_fault);              // 1
  if (any(seen, Seen::offline)) return error_of(ErrorCode::offline, seen, Seen::offline);  // 2
  if (any(seen, Seen::timeout)) return error_of(ErrorCode::timeout, seen, Seen::timeout);
  if (any(seen, Seen::network)) return error_of(ErrorCode::network, seen, Seen::network);
  if (any(seen, Seen::rate_limited)) return please_wait(seen);  // 3
  if (any(seen, Seen::other_account)) {                         // 4
    return with_suggestion(error_of(ErrorCode::subdomain_mismatch, seen, Seen::other_account));
  }
  if (any(seen, Seen::ok)) return good_key(provider, wanted, seen);  // 5
  if (any(seen, Seen::no_account)) {                                 // 6
    return with_suggestion(error_of(ErrorCode::subdomain_not_found, seen, Seen::no_account));
  }
  if (names_others_only(seen)) {  // 7
    return with_suggestion(error_of(ErrorCode::subdomain_mismatch, seen, Seen::bad_credentials));
  }
  if (any(seen, Seen::unavailable)) {  // 8
    return error_of(ErrorCode::provider_unavailable, seen, Seen::unavailable);
  }
  if (all(seen, Seen::no_scope)) return closed_key(provider, wanted, seen);  // 9
  if (any(seen, Seen::bad_credentials)) {                                    // 10
    return error_of(ErrorCode::invalid_credentials, seen, Seen::bad_credentials);
  }
  return error_of(ErrorCode::unexpected_response, seen, Seen::unexpected);  // 11
}

}  // namespace ats::flow
