#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/secret.hpp"
#include "flow/screen.hpp"
#include "model/config.hpp"
#include "model/link_error.hpp"
#include "model/provider.hpp"

namespace ats::flow {

/// What was typed for an ATS, as it passed its rules. The secrets are in Draft alone, where one wipe reaches
/// them.
struct CheckedDraft {
  std::map<std::string, std::string> fields;  // By id, without the optional ones that were left empty.
  int key_expires = 0;                        // Days since 1970; 0: not known, or never.
  bool operator==(const CheckedDraft&) const = default;
};

/// What the user chose and typed. Survives Back; the secrets go when the key was handed over.
struct Draft {
  std::string search;
  bool show_all = false;                        // View more ATS integrations.
  std::string requested;                        // The name of an ATS that is not in the list, as typed.
  int further = 0;                              // Pages of a long list that were asked for besides.
  std::string provider;                         // Empty: not chosen.
  std::map<std::string, std::string> fields;    // Non-secret, as typed; the key's expiry among them.
  std::map<std::string, std::string> saved;     // Of a snapshot, until the provider's details judge it.
  std::map<std::string, base::Secret> secrets;  // As typed.
  CheckedDraft checked;  // As the latest attempt began: cleaned once, for all that it sends, seals and tells.
  bool show_key = false;
  bool show_pictures = false;
  bool key_forgotten = false;  // Wiped after the idle time and not typed again since.
  bool operator==(const Draft&) const = default;
};

/// What lies over the screen, if anything.
struct AskingToClose {
  bool operator==(const AskingToClose&) const = default;
};
struct ShowingHelp {
  bool operator==(const ShowingHelp&) const = default;
};
using Overlay = std::variant<std::monostate, AskingToClose, ShowingHelp>;

/// Why the widget goes (contract 4, ExitMetadata.reason).
enum class ExitReason { user_closed, escape, backdrop, host, invited_admin, error };
[[nodiscard]] std::string_view name_of(ExitReason reason);

struct State {
  Screen screen;
  Draft draft;
  Overlay overlay;
  model::HostConfig config;
  std::optional<model::LinkError> last_error;
  ExitReason close_reason = ExitReason::user_closed;  // What the open question was asked for.
  Attempt attempts = 0;            // Never repeats, so a late reply is known by its number.
  int today = 0;                   // The person's, in days since 1970, as the page was opened; 0: not known.
  std::set<std::string> fetching;  // Providers whose details were asked for and did not come yet.
  int turn = 0;            // Grows when focus or an announcement is due again: step change or refused submit.
  bool resumed = false;    // What was kept of an earlier session is shown, and nobody went on from there yet.
  bool succeeded = false;  // onSuccess was sent: every way out is silent from here on.
  bool operator==(const State&) const = default;
};

/// What the page brought. Only the runtime adds to it: details as they come, and another language's words.
struct Setup {
  model::PageConfig page;
  model::Catalogue catalogue;
  model::Details details;
  bool hosted = false;  // Opened by its own address, not by a host page.
};

/// Whether the person chooses the ATS: where the host named one, there is nothing to choose.
[[nodiscard]] bool may_choose(const State& state);
/// Whether an ATS that is missing can be told of: a hosted link has no host page to tell.
[[nodiscard]] bool may_request(const Setup& setup);
/// The ids in the order that the host, or else the page, gives; empty where neither does.
[[nodiscard]] const std::vector<std::string>& provider_order(const Setup& setup, const State& state);
/// The catalogue entries that page and host allow, in that order, or in the catalogue's where there is none.
[[nodiscard]] std::vector<const model::ProviderEntry*> allowed_providers(const Setup& setup,
                                                                         const State& state);
/// Null: none is chosen.
[[nodiscard]] const model::ProviderEntry* chosen_entry(const Setup& setup, const State& state);
/// The details of the chosen one. Null also while they are not there: the screens that need them come after
/// AwaitingProvider.
[[nodiscard]] const model::Provider* chosen_provider(const Setup& setup, const State& state);
/// Whether the chosen one asks for more than a key, which is a step of its own. While its details are not
/// there the list says so; with none chosen it is taken to.
[[nodiscard]] bool asks_details(const Setup& setup, const State& state);
/// The scopes asked for: the host's, else the catalogue's minimum as required.
struct Wanted {
  std::vector<std::string> required, optional;
  bool operator==(const Wanted&) const = default;
};
[[nodiscard]] Wanted wanted_scopes(const model::Provider& provider, const model::HostConfig& config);
/// Something that closing would lose.
[[nodiscard]] bool typed_something(const Setup& setup, const State& state);
/// Host's brand name, else the page's, else "this app" is for the view to say: empty.
[[nodiscard]] const std::string& brand_name(const Setup& setup, const State& state);
/// The fields of `provider` that are not secret, cleaned but not checked, as they are being typed: for what
/// is shown of them, and for rules of one that look at another.
[[nodiscard]] std::map<std::string, std::string> clean_fields(const model::Provider& provider,
                                                              const Draft& draft);

}  // namespace ats::flow
