#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

namespace {

Walk asked(const std::string& search) {
  Walk walk;
  walk.does({Opened{}, ProviderSearched{search}, NotListedPressed{}});
  return walk;
}

/// What the host hears of a name, if anything.
std::string heard(Walk& walk, const std::string& name) {
  walk.does({FieldEdited{request_field, name}, RequestSubmitted{}});
  const auto* told = Walk::first<NotifyHost>(walk.last);
  return told == nullptr ? "" : told->requested;
}

std::string refused(Walk& walk, const std::string& name) {
  CHECK(heard(walk, name) == "");
  const auto* screen = walk.screen<RequestingProvider>();
  return screen != nullptr && screen->problem ? screen->problem->message_key : "";
}

}  // namespace

TEST_CASE("an ATS that is not listed is told to the host by the name that was typed, and by nothing else",
          "[flow]") {
  Walk walk = asked("  Example Hire ");
  CHECK(walk.on<RequestingProvider>());
  CHECK(walk.state.draft.requested == "Example Hire");
  CHECK(heard(walk, "  Example Hire 2 ") == "Example Hire 2");
  CHECK(walk.last.size() == 1);
  CHECK(walk.screen<RequestingProvider>()->told == "Example Hire 2");
  CHECK(Walk::first<NotifyHost>(walk.last)->step == Step::provider);
  CHECK(walk.does(RequestSubmitted{}).last.empty());
  CHECK(walk.does(BackPressed{}).on<ChoosingProvider>());
  CHECK(walk.state.draft.requested.empty());
}

TEST_CASE("the way there and back is no other step, and what was typed stays until it was told", "[flow]") {
  Walk walk = asked("");
  CHECK(walk.last.empty());
  walk.does({FieldEdited{request_field, "Example"}, HostBackAsked{1}});
  CHECK(walk.last == std::vector<Effect>{ReplyHost{1, true}});
  CHECK(walk.does(NotListedPressed{}).state.draft.requested == "Example");
  walk.does({BackPressed{}, ProviderSearched{"Another"}, NotListedPressed{}});
  CHECK(walk.state.draft.requested == "Another");
}

TEST_CASE("nothing, too much and what may be a key is not told", "[flow]") {
  Walk walk = asked("");
  CHECK(refused(walk, " ") == "request.empty");
  CHECK(refused(walk, std::string(101, ' ') + "a b" + std::string(60, ' ') + std::string(40, 'x')) ==
        "request.key");
  std::string hundred;
  while (hundred.size() < 99) hundred += "abc ";
  CHECK(refused(walk, hundred + "abc") == "field.long");
  CHECK(walk.screen<RequestingProvider>()->problem->values.at("max") == "100");
  CHECK(refused(walk, sample::key) == "request.key");
  CHECK(refused(walk, std::string("my key is ") + sample::key) == "request.key");
  std::string split = sample::key;  // By zero-width spaces, as some documents have them.
  for (std::size_t at = 8; at < split.size(); at += 11) split.insert(at, "\xE2\x80\x8B");
  CHECK(refused(walk, split) == "request.key");
  CHECK(refused(walk, "\xE2\x80\x8B") == "request.empty");
  walk.does(FieldEdited{request_field, "Example"});
  CHECK_FALSE(walk.screen<RequestingProvider>()->problem);
  CHECK(heard(walk, hundred) == hundred.substr(0, hundred.size() - 1));
}

TEST_CASE("what is typed elsewhere as a secret is not told, however short it is", "[flow]") {
  Walk walk;
  walk.comes_to_key();
  walk.does(SecretTyped{"api_key", base::Secret("hunter-two")});
  for (int step = 0; step < 5; ++step) walk.does(BackPressed{});
  REQUIRE(walk.on<ChoosingProvider>());
  walk.does(NotListedPressed{});
  CHECK(refused(walk, "hunter-two") == "request.key");
}

TEST_CASE("a search that may be a key is not put into the field", "[flow]") {
  CHECK(asked(sample::key).state.draft.requested.empty());
}

TEST_CASE("in a hosted link, where no host page hears, nothing can be told", "[flow]") {
  Walk walk;
  walk.setup = sample::hosted_setup();
  walk.state.screen = ChoosingProvider{};
  CHECK(walk.does(NotListedPressed{}).on<ChoosingProvider>());
}
