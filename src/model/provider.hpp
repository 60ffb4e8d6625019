#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/field_rule.hpp"
#include "model/picture.hpp"

namespace ats::model {

/// One permission of the ATS, as providers/README.md "scopes" says.
struct Scope {
  std::string id;
  std::string means;
  bool write = false;
  bool minimum = false;
  std::string probe;  // Empty: cannot be proved without side effects.
  bool operator==(const Scope&) const = default;
};

/// One verification request. How it is built upstream is the relay's knowledge, not ours.
struct Probe {
  std::string id;
  std::string label;
  bool picks_accounts = false;
  bool operator==(const Probe&) const = default;
};

/// What a status or an error text of the ATS means (providers/README.md "verdict").
enum class Meaning { credentials, scope, account, other_account, unavailable };

struct VerdictRule {
  int status = 0;    // 0: any.
  std::string text;  // Lower case; empty: any.
  Meaning meaning = Meaning::credentials;
  bool operator==(const VerdictRule&) const = default;
};

struct GuideStep {
  std::string text;
  std::string url;
  bool names_host = false;  // The key gets the host's name here.
  bool scopes = false;      // The wanted permissions are given to the key here.
  bool expiry = false;      // How long the key is valid is chosen here.
  Picture picture;
  bool operator==(const GuideStep&) const = default;
};

/// A provider as the list of all knows it.
struct ProviderEntry {
  std::string id;
  std::string name;
  std::vector<std::string> aliases;
  bool featured = false;
  std::vector<std::string> asks, secrets;  // Labels of what is asked before the key, and with it.
  std::vector<std::string> scopes;         // Ids.
  bool operator==(const ProviderEntry&) const = default;

  [[nodiscard]] bool has_scope(const std::string& id) const;
};

/// What the link of the guide's first step opens, so that its words are true.
enum class SettingsPage { settings, support };

/// Its details, which come when it is chosen.
struct Provider {
  std::string id;
  std::string lang;                  // Of its words.
  std::vector<std::string> english;  // Those that are not in it.
  std::vector<Field> fields;
  std::vector<Scope> scopes;
  std::vector<Probe> probes;
  std::vector<VerdictRule> verdicts;
  std::vector<GuideStep> guide;
  std::string settings_url;
  SettingsPage settings_page = SettingsPage::settings;
  std::string revoke;
  bool key_expires = false;  // The ATS lets one choose how long a key lasts.
  bool operator==(const Provider&) const = default;

  [[nodiscard]] const Field* field(const std::string& id) const;
  [[nodiscard]] const Scope* scope(const std::string& id) const;
  /// The fields asked before the API key screen, in order.
  [[nodiscard]] std::vector<const Field*> detail_fields() const;
  [[nodiscard]] std::vector<const Field*> secret_fields() const;
  /// The one that says which of the ATS's customers this is; null where the key alone tells.
  [[nodiscard]] const Field* address_field() const;
  /// What `values` (by field) have in it; null where nothing.
  [[nodiscard]] const std::string* address_in(const std::map<std::string, std::string>& values) const;
};

using Catalogue = std::vector<ProviderEntry>;
/// By id: those that were wanted so far.
using Details = std::map<std::string, Provider>;

[[nodiscard]] const ProviderEntry* find_provider(const Catalogue& catalogue, const std::string& id);
/// `template_text` with every `{name}` replaced by its value; an unknown name becomes nothing.
[[nodiscard]] std::string fill(const std::string& template_text,
                               const std::map<std::string, std::string>& values);

}  // namespace ats::model
