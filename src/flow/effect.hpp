#pragma once

#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/secret.hpp"
#include "flow/event.hpp"
#include "flow/screen.hpp"

namespace ats::flow {

#define ATS_EQUAL(Type) bool operator==(const Type&) const = default

/// GET {relay}/v1/{provider}/{probe}?{fields}, secrets in Authorization (contract 7).
struct SendProbe {
  Attempt attempt = 0;
  std::string provider, probe;
  std::map<std::string, std::string> fields;
  std::map<std::string, base::Secret> secrets;
  ATS_EQUAL(SendProbe);
};
/// Really aborts every request of the attempt, including a seal, verify or hand-over of JavaScript's.
struct AbortRequests {
  Attempt attempt = 0;
  ATS_EQUAL(AbortRequests);
};
struct StartTimer {
  TimerKind kind = TimerKind::deadline;
  Attempt attempt = 0;
  int ms = 0;
  ATS_EQUAL(StartTimer);
};
struct StopTimer {
  TimerKind kind = TimerKind::deadline;
  Attempt attempt = 0;
  ATS_EQUAL(StopTimer);
};

/// What is sealed with the secrets (contract 6). The page adds jti, iat, exp, origin, version and padding.
/// For `op` verify (verify: "backend") the token is POSTed and BackendAnswered/BackendFailed follows;
/// otherwise Sealed/HandoverFailed follows.
enum class SealFor { handover, verify };
struct Seal {
  Attempt attempt = 0;
  SealFor purpose = SealFor::handover;
  std::string state, provider;
  std::map<std::string, std::string> fields;
  std::map<std::string, base::Secret> secrets;
  std::optional<model::Connection> connection;
  ATS_EQUAL(Seal);
};
/// POST {op:"handover",token}; HandedOver or HandoverFailed follows.
struct PostToken {
  Attempt attempt = 0;
  std::string token;
  ATS_EQUAL(PostToken);
};
/// POST {op:"session",state}; SessionArrived or SessionRefused follows.
struct AskSession {
  Attempt attempt = 0;
  std::string state;
  ATS_EQUAL(AskSession);
};
/// The details of one provider, in the language that is spoken; ProviderArrived or ProviderFailed follows.
struct FetchProvider {
  std::string provider;
  ATS_EQUAL(FetchProvider);
};

/// One LinkEvent (contract 4), told live. Only the members its name has are used.
enum class HostEvent {
  open,
  transition_view,
  search_provider,
  request_provider,
  select_provider,
  select_method,
  confirm_admin,
  invite_admin,
  accept_permissions,
  submit_credentials,
  help,
  error,
  handoff,
  exit,
};
struct NotifyHost {
  HostEvent name = HostEvent::open;
  Step step = Step::provider;
  std::string provider;                   // Empty: none chosen.
  std::optional<Step> from, to;           // TRANSITION_VIEW; `from` empty: the first.
  std::optional<int> result_count;        // SEARCH_PROVIDER.
  std::string requested;                  // REQUEST_PROVIDER: what the user typed, and no key.
  std::optional<model::LinkError> error;  // ERROR.
  std::optional<ExitReason> reason;       // EXIT.
  ATS_EQUAL(NotifyHost);
};
/// onSuccess(public_token, metadata); exactly one of this and TellExit per open.
struct TellSuccess {
  std::string public_token, provider, subdomain;  // subdomain empty: the provider has none.
  model::Connection connection;
  int key_expires = 0;  // Days since 1970; 0: not known, or never.
  ATS_EQUAL(TellSuccess);
};
/// onExit(error, metadata).
struct TellExit {
  std::optional<model::LinkError> error, last_error;
  ExitReason reason = ExitReason::user_closed;
  Step step = Step::provider;
  std::string provider;
  ATS_EQUAL(TellExit);
};
/// Take the dialog away; sent for every way out, after TellExit where there is one.
struct CloseWidget {
  ATS_EQUAL(CloseWidget);
};
/// Answer to the host's back()/exit(): did it move / close.
struct ReplyHost {
  int reply = 0;
  bool done = false;
  ATS_EQUAL(ReplyHost);
};
/// Of a report the page says besides what only it knows: the time, and for support its version, view and
/// browser.
struct CopyText {
  std::string text;
  std::optional<Report> report{};
  ATS_EQUAL(CopyText);
};
/// support.onRequest: hide the dialog and call the host.
struct AskHostForHelp {
  Step step = Step::provider;
  std::optional<model::ErrorCode> code;
  ATS_EQUAL(AskHostForHelp);
};
struct SaveSnapshot {
  Snapshot snapshot;
  ATS_EQUAL(SaveSnapshot);
};
/// The key is handed over or given up: JavaScript clears its inputs and buffers too.
struct WipeSecrets {
  ATS_EQUAL(WipeSecrets);
};

#undef ATS_EQUAL

/// What JavaScript does (docs/bridge.md, Effect). AbortRequests is C++'s too: each ends what it began.
using PageEffect = std::variant<AbortRequests, StartTimer, StopTimer, PostToken, AskSession, FetchProvider,
                                NotifyHost, TellSuccess, TellExit, CloseWidget, ReplyHost, CopyText,
                                AskHostForHelp, SaveSnapshot, WipeSecrets>;

/// C++ does the first two itself: they hold secrets, which leave as bytes and never as a text.
using Effect = std::variant<SendProbe, Seal, PageEffect>;

/// An effect of a kind, whoever does it; null if it is another.
template <class Kind>
[[nodiscard]] const Kind* effect_if(const Effect& effect) {
  if constexpr (std::is_same_v<Kind, SendProbe> || std::is_same_v<Kind, Seal>) {
    return std::get_if<Kind>(&effect);
  } else {
    const PageEffect* of_page = std::get_if<PageEffect>(&effect);
    return of_page == nullptr ? nullptr : std::get_if<Kind>(of_page);
  }
}

}  // namespace ats::flow
