#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ats::model {

struct Account {
  std::string id, name, subdomain;
  bool operator==(const Account&) const = default;
};

struct ScopeResult {
  std::vector<std::string> granted, missing, unverified;
  bool operator==(const ScopeResult&) const = default;
};

/// What a verified key gives: the heart of SuccessMetadata (contract 4).
struct Connection {
  std::optional<Account> account;
  ScopeResult scopes;
  std::vector<std::string> more{};  // Not asked for, but seen to be allowed. Told to the user alone.
  bool operator==(const Connection&) const = default;
};

/// A rate limit as the relay reports it (contract 7); -1: not known.
struct RateLimit {
  int limit = -1, remaining = -1, reset_ms = -1;
  bool operator==(const RateLimit&) const = default;
};

enum class Body { ok, json, other };

/// The relay's answer for one complete upstream answer (contract 7).
struct UpstreamAnswer {
  int status = 0;
  Body body = Body::other;
  std::string error;
  RateLimit rate_limit;
  std::vector<Account> accounts;
  std::optional<Account> account;
  bool operator==(const UpstreamAnswer&) const = default;
};

/// The relay's own refusal: `{"relay": code}` with its HTTP status; code empty: not the relay's JSON at all.
struct RelayAnswer {
  int status = 0;
  std::string code;
  int retry_after_ms = -1;
  bool operator==(const RelayAnswer&) const = default;
};

enum class NoAnswer { offline, network, timeout };

}  // namespace ats::model
