#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/connection.hpp"
#include "model/field_rule.hpp"
#include "model/link_error.hpp"

namespace ats::flow {

/// The names that hosts see (contract 2, `Step`).
enum class Step {
  session,
  provider,
  method,
  admin,
  invite,
  permissions,
  subdomain,
  api_key,
  verifying,
  connected,
  failed,
};
[[nodiscard]] std::string_view name_of(Step step);

using Attempt = int;

/// What is known of one probe: nothing yet, or one of the three kinds of end.
struct Waiting {
  bool operator==(const Waiting&) const = default;
};
using ProbeReply = std::variant<Waiting, model::UpstreamAnswer, model::RelayAnswer, model::NoAnswer>;
/// Probe id -> what came back; every probe that was sent has an entry, in catalogue order.
using Replies = std::vector<std::pair<std::string, ProbeReply>>;

// Each screen is a type and holds only what is true on that screen; what was typed lives in Draft.
struct Idle {
  bool operator==(const Idle&) const = default;
};
/// Hosted link: the backend was asked who asks.
struct AwaitingSession {
  Attempt attempt = 0;
  bool operator==(const AwaitingSession&) const = default;
};
struct ConfirmingSession {
  std::string organisation, requester;
  bool operator==(const ConfirmingSession&) const = default;
};
struct ChoosingProvider {
  std::size_t first_new = 0;  // Of what "View more" added to a list that goes on; else 0.
  bool operator==(const ChoosingProvider&) const = default;
};
/// The field of RequestingProvider: what its FieldEdited is of.
inline constexpr const char* request_field = "requested";
/// The ATS is not in the list: the user names it for the host. `told`: the name that the host was told.
struct RequestingProvider {
  std::string told;
  std::optional<model::FieldProblem> problem;
  bool operator==(const RequestingProvider&) const = default;
};
struct ChoosingMethod {
  bool operator==(const ChoosingMethod&) const = default;
};
struct ConfirmingAdmin {
  bool operator==(const ConfirmingAdmin&) const = default;
};
/// `from` is the step that Back returns to. `copied`: Copy was pressed; `on_clipboard`: the browser did it.
struct Inviting {
  Step from = Step::admin;
  bool copied = false, mailed = false, on_clipboard = false;
  bool operator==(const Inviting&) const = default;
};
/// On the way to a screen that needs the provider's details, which are not there yet. `brief`: nothing is
/// said of it, and where there is a `from`, its screen is still shown.
enum class Wait { brief, slow, failed };
struct AwaitingProvider {
  Step to = Step::permissions;
  std::optional<Step> from;
  Wait wait = Wait::brief;
  bool operator==(const AwaitingProvider&) const = default;
};
struct ReviewingPermissions {
  bool operator==(const ReviewingPermissions&) const = default;
};
struct EnteringDetails {
  std::vector<model::FieldProblem> problems;
  std::optional<model::LinkError> refused;  // Why a verification sent the user back here.
  bool operator==(const EnteringDetails&) const = default;
};
struct EnteringKey {
  std::vector<model::FieldProblem> problems;
  std::optional<model::LinkError> refused;
  std::string copied{};   // What of the guide is on the clipboard; empty: nothing.
  std::string copying{};  // What is on its way there.
  bool operator==(const EnteringKey&) const = default;
};
struct Verifying {
  Attempt attempt = 0;
  Replies replies;
  bool operator==(const Verifying&) const = default;
};
/// The key is good; it is being sealed and, in post mode, delivered. `token`: sealed and on its way.
/// `replies`: what the probes showed, without the ATS's words.
struct HandingOver {
  Attempt attempt = 0;
  model::Connection connection;
  std::string token;
  Replies replies{};
  bool operator==(const HandingOver&) const = default;
};
/// `copied`, here and below: the receipt, or what support needs, is on the clipboard.
struct Connected {
  model::Connection connection;
  bool copied = false;
  bool operator==(const Connected&) const = default;
};
/// A failure the user can act on. `wait_s`: seconds until Try again may be pressed (RATE_LIMITED).
/// `pending`: the sealed hand-over to repeat with the same token (HANDOVER_FAILED). `replies`: as in
/// HandingOver.
struct Failed {
  model::LinkError error;
  Attempt attempt = 0;
  int wait_s = 0;
  std::optional<HandingOver> pending;
  Replies replies{};
  bool copied = false;
  bool operator==(const Failed&) const = default;
};
/// The session cannot go on (CONFIG_INVALID, SESSION_EXPIRED, ...); only Close is left.
struct Refused {
  model::LinkError error;
  bool copied = false;
  bool operator==(const Refused&) const = default;
};
struct Closed {
  bool operator==(const Closed&) const = default;
};

using Screen =
    std::variant<Idle, AwaitingSession, ConfirmingSession, ChoosingProvider, RequestingProvider,
                 ChoosingMethod, ConfirmingAdmin, Inviting, AwaitingProvider, ReviewingPermissions,
                 EnteringDetails, EnteringKey, Verifying, HandingOver, Connected, Failed, Refused, Closed>;

/// Nothing was shown yet: before opening, and while what it begins with is waited for but a moment.
[[nodiscard]] bool is_unseen(const Screen& screen);
/// What is still seen, or is seen again on Back, after one went on from this step to a wait or to the help to
/// ask somebody else.
[[nodiscard]] Screen screen_before(std::optional<Step> from);
/// The step a host is told for a screen.
[[nodiscard]] Step step_of(const Screen& screen);

}  // namespace ats::flow
