#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

TEST_CASE("closing with nothing typed closes at once", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ClosePressed{ExitReason::backdrop}});
  REQUIRE(walk.on<Closed>());
  const auto* exit = Walk::first<TellExit>(walk.last);
  REQUIRE(exit != nullptr);
  CHECK(exit->reason == ExitReason::backdrop);
  CHECK(!exit->error);
  CHECK(Walk::first<NotifyHost>(walk.last)->reason == ExitReason::backdrop);
  CHECK(walk.last.back() == Effect{CloseWidget{}});
}

TEST_CASE("closing with something typed asks first", "[flow]") {
  Walk walk;
  walk.comes_to_key().does(ClosePressed{ExitReason::escape});
  CHECK(std::holds_alternative<AskingToClose>(walk.state.overlay));
  CHECK(walk.last.empty());
  walk.does(KeepGoingPressed{});
  CHECK(walk.on<EnteringKey>());
  CHECK(walk.state.overlay.index() == 0);
  walk.does({ClosePressed{ExitReason::escape}, CloseConfirmed{}});
  REQUIRE(walk.on<Closed>());
  CHECK(Walk::first<TellExit>(walk.last)->reason == ExitReason::escape);
  CHECK(walk.has(WipeSecrets{}));
  CHECK(walk.state.draft == Draft{});
}

TEST_CASE("a press beside the dialog does nothing from the second step on", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderChosen{"north"}});
  for (const Event& next : std::vector<Event>{
           KeyMethodChosen{}, AdminConfirmed{}, PermissionsAccepted{}, FieldEdited{"subdomain", "acme"},
           DetailsSubmitted{}, SecretTyped{"api_key", base::Secret(sample::key)}, KeySubmitted{}}) {
    const State before = walk.state;
    CHECK(walk.does(ClosePressed{ExitReason::backdrop}).last.empty());
    CHECK(walk.does(HostExitAsked{7, false, ExitReason::backdrop}).last ==
          std::vector<Effect>{ReplyHost{7, false}});
    CHECK(walk.state == before);
    walk.does(next);
  }
  walk.answers(sample::answer(401), sample::answer(401), sample::answer(401));
  CHECK(walk.does(ClosePressed{ExitReason::backdrop}).on<Failed>());
  walk.does({ClosePressed{}, ClosePressed{ExitReason::backdrop}});
  CHECK(std::holds_alternative<AskingToClose>(walk.state.overlay));
  CHECK(walk.does(HostExitAsked{8, true, ExitReason::backdrop}).on<Closed>());
}

TEST_CASE("a press beside the dialog closes the first step, whichever that is", "[flow]") {
  model::HostConfig fixed;
  fixed.provider = "north";
  Walk walk;
  walk.does(Opened{fixed, std::nullopt});
  REQUIRE(walk.on<ChoosingMethod>());
  CHECK(walk.does(ClosePressed{ExitReason::backdrop}).on<Closed>());
}

TEST_CASE("Escape leaves the help, whoever tells it", "[flow]") {
  for (const Event& escape :
       std::vector<Event>{ClosePressed{ExitReason::escape}, HostExitAsked{5, false, ExitReason::escape}}) {
    Walk walk;
    walk.comes_to_key().does({HelpPressed{}, escape});
    CHECK(walk.on<EnteringKey>());
    CHECK(std::holds_alternative<std::monostate>(walk.state.overlay));
  }
}

TEST_CASE("Escape clears the search before it closes", "[flow]") {
  for (const Event& escape :
       std::vector<Event>{ClosePressed{ExitReason::escape}, HostExitAsked{5, false, ExitReason::escape}}) {
    Walk walk;
    walk.does({Opened{}, ProviderSearched{"polar"}, escape});
    REQUIRE(walk.on<ChoosingProvider>());
    CHECK(walk.state.draft.search.empty());
    CHECK(walk.does(escape).on<Closed>());
  }
  Walk walk;
  CHECK(walk.does({Opened{}, ProviderSearched{"polar"}, ClosePressed{}}).on<Closed>());
  Walk helped;
  helped.does({Opened{}, ProviderSearched{"polar"}, HelpPressed{}, ClosePressed{ExitReason::escape}});
  CHECK(helped.state.draft.search == "polar");
}

TEST_CASE("a key that is still being typed counts as typed", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderChosen{"south"}, KeyMethodChosen{}, AdminConfirmed{}, PermissionsAccepted{},
             SecretEdited{"api_key"}, ClosePressed{ExitReason::escape}});
  CHECK(std::holds_alternative<AskingToClose>(walk.state.overlay));
  CHECK(walk.does(ClosePressed{ExitReason::escape}).on<Closed>());
}

TEST_CASE("the check runs on under the question, and success takes the question away", "[flow]") {
  Walk walk;
  walk.submits().does(ClosePressed{});
  CHECK(walk.does(RetryPressed{}).last.empty());
  walk.answers(sample::good_answer(), sample::good_answer(), sample::good_answer());
  CHECK(std::holds_alternative<AskingToClose>(walk.state.overlay));
  walk.does(Sealed{1, "token"});
  CHECK(walk.on<Connected>());
  CHECK(walk.state.overlay.index() == 0);
}

TEST_CASE("closing while the key is checked aborts, stops and wipes before it tells", "[flow]") {
  Walk walk;
  walk.submits().does({ClosePressed{}, CloseConfirmed{}});
  REQUIRE(walk.last.size() == 7);
  CHECK(walk.last[0] == Effect{AbortRequests{1}});
  CHECK(walk.last[1] == Effect{StopTimer{TimerKind::deadline, 1}});
  CHECK(walk.last[2] == Effect{StopTimer{TimerKind::idle, 0}});
  CHECK(walk.last[3] == Effect{WipeSecrets{}});
  CHECK(walk.does(ProbeAnswered{1, "jobs", sample::good_answer()}).last.empty());
}

TEST_CASE("after success every way out is silent", "[flow]") {
  const std::vector<Event> ways{DonePressed{}, ClosePressed{ExitReason::escape}, ClosePressed{}};
  for (const Event& way : ways) {
    Walk walk;
    walk.verifies().does({Sealed{1, "token"}, way});
    CHECK(walk.on<Closed>());
    CHECK(walk.last == std::vector<Effect>{CloseWidget{}});
  }
  Walk walk;
  walk.verifies().does({Sealed{1, "token"}, HostExitAsked{4, false, ExitReason::host}});
  CHECK(walk.last == std::vector<Effect>{ReplyHost{4, true}, CloseWidget{}});
}

TEST_CASE("the last failure is told with the exit", "[flow]") {
  Walk walk;
  walk.submits().answers(sample::answer(401), sample::answer(401), sample::answer(401));
  walk.does({BackPressed{}, ClosePressed{}, CloseConfirmed{}});
  const auto* exit = Walk::first<TellExit>(walk.last);
  REQUIRE(exit != nullptr);
  CHECK(!exit->error);
  REQUIRE(exit->last_error);
  CHECK(exit->last_error->code == model::ErrorCode::invalid_credentials);
  CHECK(exit->step == Step::api_key);
}

TEST_CASE("leaving after the link was passed on says so, before it does not", "[flow]") {
  model::HostConfig config;
  config.invite_url = "https://host.example/invite";
  for (const Event& passed_on : std::vector<Event>{LinkCopied{}, LinkMailed{}, BackPressed{}}) {
    Walk walk;
    walk.does(
        {Opened{config, std::nullopt}, ProviderChosen{"north"}, InviteChosen{}, passed_on, ClosePressed{}});
    const bool invited = !std::holds_alternative<BackPressed>(passed_on);
    REQUIRE(Walk::first<TellExit>(walk.last) != nullptr);
    CHECK((Walk::first<TellExit>(walk.last)->reason == ExitReason::invited_admin) == invited);
  }
}

TEST_CASE("the host may ask to close, and with force is not asked back", "[flow]") {
  Walk walk;
  walk.comes_to_key().does(HostExitAsked{1, false, ExitReason::host});
  CHECK(walk.last == std::vector<Effect>{ReplyHost{1, false}});
  CHECK(std::holds_alternative<AskingToClose>(walk.state.overlay));
  Walk forced;
  forced.comes_to_key().does(HostExitAsked{2, true, ExitReason::host});
  CHECK(forced.on<Closed>());
  CHECK(forced.has(ReplyHost{2, true}));
  CHECK(Walk::first<TellExit>(forced.last)->reason == ExitReason::host);
}

TEST_CASE("Back takes the question away and keeps the screen", "[flow]") {
  Walk walk;
  walk.comes_to_key().does({ClosePressed{}, HostBackAsked{3}});
  CHECK(walk.on<EnteringKey>());
  CHECK(walk.state.overlay.index() == 0);
  CHECK(walk.last == std::vector<Effect>{ReplyHost{3, true}});
}
