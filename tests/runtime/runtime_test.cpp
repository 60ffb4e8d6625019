#include "runtime/runtime.hpp"

#include <catch2/catch_test_macros.hpp>

#include "runtime/fake_ports.hpp"
#include "support/real_boot.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;
using view::ActionKind;

namespace {

struct Open {
  FakePorts ports;
  runtime::Runtime runtime{real_boot().setup, real_boot().messages, ports};
};

}  // namespace

TEST_CASE("nothing is shown or done before the widget is opened") {
  Open open;
  open.runtime.act({"close", ActionKind::press, ""});
  CHECK(open.ports.order.empty());
}

TEST_CASE("a view is shown once, and again only when it changed") {
  Open open;
  open.runtime.post(Opened{});
  REQUIRE(open.ports.views.size() == 1);
  CHECK(open.ports.views[0].screen == "provider");
  open.runtime.post(KeySubmitted{});
  open.runtime.post(TimerElapsed{TimerKind::deadline, 99});
  CHECK(open.ports.views.size() == 1);
  open.runtime.act({"search", ActionKind::input, "work"});
  CHECK(open.ports.views.size() == 2);
}

TEST_CASE("the effects of an event go out in the flow's order, before its view") {
  Open open;
  const Transition expected = step(real_boot().setup, State{}, Opened{});
  open.runtime.post(Opened{});
  CHECK((open.ports.effects == expected.effects));
  REQUIRE(open.ports.order.size() == expected.effects.size() + 1);
  CHECK(open.ports.order.back() == "show provider");
  CHECK((open.runtime.state() == expected.next));
}

TEST_CASE("an event that is posted by an effect waits for the other effects of its turn") {
  Open open;
  bool posted = false;
  std::size_t seen_inside = 0;
  open.ports.on_effect = [&](const Effect&) {
    if (posted) return;
    posted = true;
    open.runtime.post(ProviderChosen{"workable"});
    seen_inside = open.ports.effects.size();
  };
  open.runtime.post(Opened{});
  CHECK(seen_inside == 1);
  CHECK(std::holds_alternative<ChoosingMethod>(open.runtime.state().screen));
  const std::size_t opening = step(real_boot().setup, State{}, Opened{}).effects.size();
  REQUIRE(open.ports.effects.size() > opening);
  const auto* chosen = effect_if<NotifyHost>(open.ports.effects[opening]);
  REQUIRE(chosen != nullptr);
  CHECK(chosen->name == HostEvent::select_provider);
  // Only the last state was worth showing.
  CHECK(open.ports.views.size() == 1);
  CHECK(open.ports.views.back().screen == "method");
}

TEST_CASE("events that wait are taken in the order in which they came") {
  Open open;
  bool posted = false;
  open.ports.on_effect = [&](const Effect&) {
    if (posted) return;
    posted = true;
    open.runtime.post(ProviderChosen{"workable"});
    open.runtime.post(BackPressed{});
  };
  open.runtime.post(Opened{});
  CHECK(std::holds_alternative<ChoosingProvider>(open.runtime.state().screen));
  CHECK(open.runtime.state().draft.provider == "workable");
}

TEST_CASE("an event that is posted while a view is shown is not forgotten") {
  Open open;
  bool posted = false;
  open.ports.on_show = [&](const view::ViewModel&) {
    if (posted) return;
    posted = true;
    open.runtime.post(ProviderChosen{"ashby"});
  };
  open.runtime.post(Opened{});
  CHECK(std::holds_alternative<ChoosingMethod>(open.runtime.state().screen));
  REQUIRE(open.ports.views.size() == 2);
  CHECK(open.ports.views.back().screen == "method");
}

TEST_CASE("a stale action is dropped") {
  Open open;
  open.runtime.post(Opened{});
  const State before = open.runtime.state();
  const std::size_t effects = open.ports.effects.size();
  open.runtime.act({"admin:yes", ActionKind::press, ""});
  open.runtime.act({"no such node", ActionKind::press, ""});
  CHECK((open.runtime.state() == before));
  CHECK(open.ports.effects.size() == effects);
}

TEST_CASE("other words show the same screen again") {
  Open open;
  open.runtime.post(Opened{});
  view::Messages german = real_boot().messages;
  german.text["provider.heading"] = "ATS verbinden";
  open.runtime.set_words(german, real_boot().setup.catalogue);
  REQUIRE(open.ports.views.size() == 2);
  CHECK(open.ports.views.back().heading == "ATS verbinden");
  open.runtime.set_words(german, real_boot().setup.catalogue);
  CHECK(open.ports.views.size() == 2);
}

TEST_CASE("another language takes the list, and the details of the chosen provider as soon as they come") {
  Open open;
  open.runtime.post(Opened{});
  open.runtime.act({"choice:lever", ActionKind::press, ""});
  model::Catalogue other = real_boot().setup.catalogue;
  for (model::ProviderEntry& entry : other) entry.name += "!";
  open.runtime.set_words(real_boot().messages, other);
  CHECK(open.ports.views.back().ats_name == "Lever!");
  CHECK(open.runtime.setup().details.size() == 1);
  REQUIRE(open.runtime.setup().details.count("lever") == 1);
  CHECK((open.ports.effects.back() == Effect{FetchProvider{"lever"}}));
  model::Provider details = real_provider("lever");
  details.lang = "de";
  open.runtime.learn(details);
  CHECK(open.runtime.setup().details.at("lever").lang == "de");
  CHECK(open.runtime.state().fetching.empty());
}

namespace {

int described = 0;

view::Shown count_and_describe(const Setup& setup, const State& state, const view::Messages& messages) {
  ++described;
  return view::describe(setup, state, messages);
}

}  // namespace

TEST_CASE("an action costs one description of the screen, whatever it means") {
  FakePorts ports;
  runtime::Runtime runtime(real_boot().setup, real_boot().messages, ports, count_and_describe);
  runtime.post(Opened{});
  const auto cost = [&](const std::string& node, ActionKind kind = ActionKind::press) {
    described = 0;
    runtime.act({node, kind, "w"});
    return described;
  };
  CHECK(cost("search", ActionKind::input) == 1);
  CHECK(cost("choice:workable") == 1);
  CHECK(cost("back") == 1);
  CHECK(cost("no such node") == 0);
}

TEST_CASE("no event copies a key that it does not concern") {
  Open open;
  open.runtime.post(Opened{});
  for (const Event& event :
       std::vector<Event>{ProviderChosen{"workable"}, KeyMethodChosen{}, AdminConfirmed{},
                          PermissionsAccepted{}, FieldEdited{"subdomain", "acme"}, DetailsSubmitted{}})
    open.runtime.post(event);
  open.runtime.post(SecretTyped{"api_key", base::Secret("abcdefghij0123456789abcdefghij0123456789")});
  const auto where = [&] { return open.runtime.state().draft.secrets.at("api_key").reveal().data(); };
  const char* const before = where();
  for (const Event& event :
       std::vector<Event>{HelpPressed{}, KeepGoingPressed{}, ScopeCopied{"r_jobs"}, BackPressed{}})
    open.runtime.post(event);
  CHECK(where() == before);
}
