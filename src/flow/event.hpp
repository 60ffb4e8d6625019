#pragma once

#include <map>
#include <string>
#include <variant>

#include "base/secret.hpp"
#include "flow/screen.hpp"
#include "flow/state.hpp"
#include "model/config.hpp"

namespace ats::flow {

#define ATS_EQUAL(Type) bool operator==(const Type&) const = default

/// Restored after a reload of the frame, or where somebody opens again: never a secret.
struct Snapshot {
  Step step = Step::provider;
  std::string provider;
  std::map<std::string, std::string> fields;
  ATS_EQUAL(Snapshot);
};

// From the host or the hosted address.
struct Opened {
  model::HostConfig config;
  std::optional<Snapshot> snapshot;
  int today = 0;  // Days since 1970.
  ATS_EQUAL(Opened);
};
struct ConfigRefused {
  model::ConfigError error;
  ATS_EQUAL(ConfigRefused);
};
struct HostUpdated {
  model::HostConfig config;
  ATS_EQUAL(HostUpdated);
};
struct HostBackAsked {
  int reply = 0;
  ATS_EQUAL(HostBackAsked);
};
/// `force`: close without asking.
struct HostExitAsked {
  int reply = 0;
  bool force = false;
  ExitReason reason = ExitReason::host;
  ATS_EQUAL(HostExitAsked);
};
struct SessionArrived {
  Attempt attempt = 0;
  std::string organisation, requester, provider;
  std::vector<std::string> required_scopes, optional_scopes;
  ATS_EQUAL(SessionArrived);
};
struct SessionRefused {
  Attempt attempt = 0;
  model::ErrorCode code = model::ErrorCode::session_expired;
  std::string detail{};  // For developers: what is wrong in the backend's answer.
  ATS_EQUAL(SessionRefused);
};

// Of what was asked for with FetchProvider; the details themselves are in the setup by then.
struct ProviderArrived {
  std::string provider;
  ATS_EQUAL(ProviderArrived);
};
struct ProviderFailed {
  std::string provider;
  std::string detail{};  // For developers: which member is wrong, where they were there but of no use.
  ATS_EQUAL(ProviderFailed);
};
/// Words and list are of another language now, and only the chosen provider's details were kept.
struct LanguageChanged {
  ATS_EQUAL(LanguageChanged);
};

// From the user.
struct SessionAccepted {
  ATS_EQUAL(SessionAccepted);
};
struct ProviderSearched {
  std::string query;
  ATS_EQUAL(ProviderSearched);
};
struct AllProvidersAsked {
  ATS_EQUAL(AllProvidersAsked);
};
/// "My ATS is not listed"; and the name of it was submitted, which FieldEdited told.
struct NotListedPressed {
  ATS_EQUAL(NotListedPressed);
};
struct RequestSubmitted {
  ATS_EQUAL(RequestSubmitted);
};
struct ProviderChosen {
  std::string provider;
  ATS_EQUAL(ProviderChosen);
};
struct KeyMethodChosen {
  ATS_EQUAL(KeyMethodChosen);
};
struct InviteChosen {
  ATS_EQUAL(InviteChosen);
};  // "Ask someone else to connect", "I'm not an admin".
struct AdminConfirmed {
  ATS_EQUAL(AdminConfirmed);
};
struct LinkCopied {
  ATS_EQUAL(LinkCopied);
};
struct LinkMailed {
  ATS_EQUAL(LinkMailed);
};
/// The name to give the new key was copied from the guide: flow answers with CopyText of the brand name.
struct NameCopied {
  ATS_EQUAL(NameCopied);
};
/// What the last screens offer to copy, as their words say it.
enum class Report { receipt, diagnostic };
struct ReportCopied {
  Report report = Report::receipt;
  std::string text;
  ATS_EQUAL(ReportCopied);
};
/// The page put what CopyText held on the clipboard; without permission it cannot, and nothing is said.
struct TextCopied {
  ATS_EQUAL(TextCopied);
};
/// What was kept of an earlier session is not wanted.
struct StartOverPressed {
  ATS_EQUAL(StartOverPressed);
};
struct PermissionsAccepted {
  ATS_EQUAL(PermissionsAccepted);
};
struct FieldEdited {
  std::string field, value;
  ATS_EQUAL(FieldEdited);
};
/// A secret field's value was handed over (on submit, on leaving the screen, on leaving the field).
struct SecretTyped {
  std::string field;
  base::Secret value;
  ATS_EQUAL(SecretTyped);
};
/// A secret field was edited; its value is not told.
struct SecretEdited {
  std::string field;
  ATS_EQUAL(SecretEdited);
};
struct SuggestionTaken {
  std::string field, value;
  ATS_EQUAL(SuggestionTaken);
};
struct ScopeCopied {
  std::string scope;
  ATS_EQUAL(ScopeCopied);
};
/// The drawings of the guide's steps are shown, or no more.
struct PicturesToggled {
  ATS_EQUAL(PicturesToggled);
};
struct KeyVisibilityToggled {
  ATS_EQUAL(KeyVisibilityToggled);
};
struct DetailsSubmitted {
  ATS_EQUAL(DetailsSubmitted);
};
struct KeySubmitted {
  ATS_EQUAL(KeySubmitted);
};
struct RetryPressed {
  ATS_EQUAL(RetryPressed);
};
/// Edit subdomain / Edit API key; `field`: which.
struct EditPressed {
  std::string field;
  ATS_EQUAL(EditPressed);
};
struct BackPressed {
  ATS_EQUAL(BackPressed);
};
struct ClosePressed {
  ExitReason reason = ExitReason::user_closed;
  ATS_EQUAL(ClosePressed);
};
struct KeepGoingPressed {
  ATS_EQUAL(KeepGoingPressed);
};
struct CloseConfirmed {
  ATS_EQUAL(CloseConfirmed);
};
struct DonePressed {
  ATS_EQUAL(DonePressed);
};
struct HelpPressed {
  ATS_EQUAL(HelpPressed);
};

// Replies to effects.
struct ProbeAnswered {
  Attempt attempt = 0;
  std::string probe;
  ProbeReply reply;
  ATS_EQUAL(ProbeAnswered);
};
/// `verify: "backend"`: all answers at once.
struct BackendAnswered {
  Attempt attempt = 0;
  Replies replies;
  ATS_EQUAL(BackendAnswered);
};
struct BackendFailed {
  Attempt attempt = 0;
  model::ErrorCode code = model::ErrorCode::network;
  std::string detail{};  // For developers: what is wrong in the backend's answer.
  ATS_EQUAL(BackendFailed);
};
struct Sealed {
  Attempt attempt = 0;
  std::string token;
  ATS_EQUAL(Sealed);
};
struct HandedOver {
  Attempt attempt = 0;
  std::string ref;
  ATS_EQUAL(HandedOver);
};
struct HandoverFailed {
  Attempt attempt = 0;
  model::ErrorCode code = model::ErrorCode::handover_failed;
  std::string detail{};  // For developers: what is wrong in the backend's answer.
  ATS_EQUAL(HandoverFailed);
};
enum class TimerKind { deadline, countdown, idle, loading };
struct TimerElapsed {
  TimerKind kind = TimerKind::deadline;
  Attempt attempt = 0;
  ATS_EQUAL(TimerElapsed);
};

#undef ATS_EQUAL

using Event =
    std::variant<Opened, ConfigRefused, HostUpdated, HostBackAsked, HostExitAsked, SessionArrived,
                 SessionRefused, ProviderArrived, ProviderFailed, LanguageChanged, SessionAccepted,
                 ProviderSearched, AllProvidersAsked, NotListedPressed, RequestSubmitted, ProviderChosen,
                 KeyMethodChosen, InviteChosen, AdminConfirmed, LinkCopied, LinkMailed, NameCopied,
                 ReportCopied, TextCopied, StartOverPressed, PermissionsAccepted, FieldEdited, SecretTyped,
                 SecretEdited, SuggestionTaken, ScopeCopied, PicturesToggled, KeyVisibilityToggled,
                 DetailsSubmitted, KeySubmitted, RetryPressed, EditPressed, BackPressed, ClosePressed,
                 KeepGoingPressed, CloseConfirmed, DonePressed, HelpPressed, ProbeAnswered, BackendAnswered,
                 BackendFailed, Sealed, HandedOver, HandoverFailed, TimerElapsed>;

}  // namespace ats::flow
