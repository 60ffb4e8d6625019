#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_samples.hpp"

namespace ats::flow::table {

Table closed() {
  const State start = sample::at(Closed{});
  Table table{"closed", sample::setup(), start, {}};
  table.stays<StartOverPressed, Opened, ConfigRefused, HostUpdated, HostBackAsked, HostExitAsked,
              SessionArrived, SessionRefused, SessionAccepted, ProviderSearched, AllProvidersAsked,
              NotListedPressed, RequestSubmitted, ProviderChosen, KeyMethodChosen, InviteChosen,
              AdminConfirmed, LinkCopied, LinkMailed, NameCopied, ReportCopied, TextCopied,
              PermissionsAccepted, FieldEdited, SecretTyped, SecretEdited, SuggestionTaken, ScopeCopied,
              PicturesToggled, KeyVisibilityToggled, DetailsSubmitted, KeySubmitted, RetryPressed,
              EditPressed, BackPressed, ClosePressed, KeepGoingPressed, CloseConfirmed, DonePressed,
              HelpPressed, ProbeAnswered, BackendAnswered, BackendFailed, Sealed, HandedOver, HandoverFailed,
              TimerElapsed>();
  return table;
}

}  // namespace ats::flow::table
