#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "flow/screen.hpp"
#include "model/connection.hpp"
#include "model/provider.hpp"

namespace ats::flow {

/// What one reply shows by itself, before the table of contract.md 3 weighs it against the others.
enum class Seen {
  ok,
  relay_fault,
  offline,
  timeout,
  network,
  rate_limited,
  other_account,
  no_account,
  unavailable,
  no_scope,
  bad_credentials,
  unexpected,
};
/// The provider's `verdict` rules come first: text with status, then text, then status. A reply still awaited
/// is a timeout.
[[nodiscard]] Seen seen_in(const model::Provider& provider, const ProbeReply& reply);
/// The ATS gave what was asked for.
[[nodiscard]] bool went_well(const ProbeReply& reply);
/// The ATS took the key but not for this request: 401, 403, 404, or what the provider's rules call so.
[[nodiscard]] bool lacks_scope(const model::Provider& provider, const ProbeReply& reply);

/// It only tells which account a key belongs to: it picks accounts and no scope names it.
[[nodiscard]] bool only_explains(const model::Provider& provider, const model::Probe& probe);
/// One probe that tells whether the key is good, with what it showed.
struct Witness {
  std::string probe;
  const ProbeReply* reply = nullptr;
  Seen seen = Seen::unexpected;
};

/// The replies, sorted for the table. Points into the replies.
struct Evidence {
  std::vector<Witness> witnesses;
  std::vector<model::Account> accounts;  // Empty: unknown.
  std::string typed;                     // The account as typed; empty: the ATS has none.
};
[[nodiscard]] Evidence evidence_of(const model::Provider& provider,
                                   const std::map<std::string, std::string>& fields, const Replies& replies);

}  // namespace ats::flow
