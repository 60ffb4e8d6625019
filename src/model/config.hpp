#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ats::model {

enum class VerifyMode { relay, backend, none };
enum class HandoverMode { callback, post };
enum class Mode { connect, relink };
/// Why the host's old connection has to be made anew (mode relink); the sentence is ours.
enum class RelinkReason { expired, revoked, permissions, other, none };

/// What the link origin's own link.config.json allows (contract 5); checked before the flow starts.
struct PageConfig {
  VerifyMode verify = VerifyMode::relay;
  HandoverMode handover = HandoverMode::callback;
  bool plaintext = false;              // There is no key to seal to.
  std::vector<std::string> providers;  // Empty: all of the catalogue.
  std::vector<std::string> notices;  // Providers that are known to be down; they can be chosen all the same.
  std::map<std::string, std::string> logos;  // Provider -> address of an image on the link origin.
  std::string brand_name;
  std::string brand_logo;  // As one of `logos`: the host's own tile.
  std::string support_url, support_email;
  bool operator==(const PageConfig&) const = default;
};

/// What the host page asks for (contract 4, the serialisable part). Untrusted; never holds security settings.
struct HostConfig {
  std::string state;
  std::string provider;
  std::vector<std::string> providers;
  std::vector<std::string> required_scopes, optional_scopes;
  std::string prefill_subdomain;
  Mode mode = Mode::connect;
  RelinkReason relink_reason = RelinkReason::none;
  std::string brand_name;
  std::string support_url, support_email;
  bool support_request = false;  // The host opens its own help (support.onRequest).
  std::string invite_url;
  bool operator==(const HostConfig&) const = default;
};

/// A wrong configuration: which field, and what was expected. `field` is a path such as `scopes.required`.
struct ConfigError {
  std::string field;
  std::string expected;
  bool operator==(const ConfigError&) const = default;
};

}  // namespace ats::model
