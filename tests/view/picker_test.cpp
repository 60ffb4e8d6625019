#include <catch2/catch_test_macros.hpp>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using Ids = std::vector<std::string>;

namespace {

flow::State picking(const std::string& search = "", bool show_all = false) {
  flow::State state;
  state.screen = flow::ChoosingProvider{};
  state.draft.search = search;
  state.draft.show_all = show_all;
  return state;
}

Ids shown(const flow::State& state) { return ids_of<view::Choice>(see(state)); }

}  // namespace

TEST_CASE("the first view shows at most four featured integrations and a button for the others") {
  const view::ViewModel view = see(picking());
  const Ids ids = ids_of<view::Choice>(view);
  CHECK(ids.size() <= 4);
  for (const std::string& id : ids) CHECK(real_entry(id.substr(7)).featured);
  CHECK_FALSE(has_node(view, "choice:workable"));
  CHECK(node_of(view, "show_all").label == "View more ATS integrations");
}

TEST_CASE("all integrations are shown when they were asked for, and then the button is gone") {
  const view::ViewModel view = see(picking("", true));
  CHECK(ids_of<view::Choice>(view).size() == real_boot().setup.catalogue.size());
  CHECK_FALSE(has_node(view, "show_all"));
  CHECK(node_of(view, "choice:workable").label == "Workable");
  CHECK(the<view::Choice>(view, "choice:workable").tile == "Wo");
  CHECK(the<view::Choice>(view, "choice:workable").help == "You will need: Subdomain, API key");
}

TEST_CASE("a search looks at names and aliases of the whole catalogue without case") {
  CHECK(shown(picking("WORK")) == Ids{"choice:workable"});
  CHECK(shown(picking("ashbyHQ")) == Ids{"choice:ashby"});
  CHECK(the<view::Field>(see(picking("WORK")), "search").value == "WORK");
  CHECK(see(picking("WORK")).announce == view::Announcement{"1 integration found", false});
}

TEST_CASE("a search forgives slips, and Enter takes the one that is left") {
  CHECK(shown(picking("workabel")) == Ids{"choice:workable"});
  CHECK(act(picking("workabel"), "search", view::ActionKind::submit) ==
        flow::Event{flow::ProviderChosen{"workable"}});
  CHECK(shown(picking("\xef\xbd\x97\xef\xbd\x8f\xef\xbd\x92\xef\xbd\x8b")) == Ids{"choice:workable"});
}

TEST_CASE("what a further page brought has the focus, and a list that was come back to has not") {
  flow::State state = picking("e");
  REQUIRE(shown(state).size() > 2);
  state.screen = flow::ChoosingProvider{1};
  CHECK(see(state).focus == shown(state)[1]);
  state.screen = flow::ChoosingProvider{};
  CHECK(see(state).focus.empty());
}

TEST_CASE("a search that finds nothing says so and leaves a way out") {
  const view::ViewModel view = see(picking("zzz"));
  CHECK(node_of(view, "no_match").label.find("“zzz”") != std::string::npos);
  CHECK(act(picking("zzz"), "show_all") == flow::Event{flow::AllProvidersAsked{}});
  CHECK(view.announce == view::Announcement{"0 integrations found", false});
}

TEST_CASE(
    "who does not find their ATS can say which, at the end of the whole list and where nothing matches") {
  CHECK_FALSE(has_node(see(picking()), "not_listed"));
  CHECK_FALSE(has_node(see(picking("work")), "not_listed"));
  CHECK(see(picking("", true)).nodes.back().id == "not_listed");
  CHECK(see(picking("zzz")).nodes.back().id == "not_listed");
  CHECK(node_of(see(picking("zzz")), "not_listed").label == "My ATS is not listed");
  flow::State few = picking();
  few.config.providers = {"lever"};
  CHECK(see(few).nodes.back().id == "not_listed");
}

TEST_CASE("an ATS that is known to be down says so in its row and on the next screen, and can be chosen") {
  flow::Setup setup = real_boot().setup;
  setup.page.notices = {"workable"};
  const auto in_trouble = [&](const flow::State& state) {
    return view::describe(setup, state, real_boot().messages).view;
  };
  const view::ViewModel list = in_trouble(picking("", true));
  CHECK(the<view::Choice>(list, "choice:workable").help ==
        "Known to be down at the moment. You will need: Subdomain, API key");
  CHECK(the<view::Choice>(list, "choice:ashby").help == "You will need: API key");
  flow::State chosen = picking();
  chosen.screen = flow::ChoosingMethod{};
  chosen.draft.provider = "workable";
  const view::ViewModel next = in_trouble(chosen);
  CHECK(next.nodes.front().id == "down");
  CHECK(the<view::Notice>(next, "down").tone == view::Tone::warning);
  CHECK(has_node(next, "method:api_key"));
  chosen.draft.provider = "ashby";
  CHECK_FALSE(has_node(in_trouble(chosen), "down"));
}

TEST_CASE("a logo of the link origin goes with the row and the header's tile, whose letters stay") {
  flow::Setup setup = real_boot().setup;
  setup.page.logos = {{"workable", "logos/workable.svg"}};
  const view::ViewModel list = view::describe(setup, picking("work"), real_boot().messages).view;
  CHECK(the<view::Choice>(list, "choice:workable").logo == "logos/workable.svg");
  CHECK(the<view::Choice>(list, "choice:workable").tile == "Wo");
  CHECK(list.ats_logo.empty());
  const view::ViewModel other = view::describe(setup, picking("ashby"), real_boot().messages).view;
  CHECK(the<view::Choice>(other, "choice:ashby").logo.empty());
  flow::State chosen = picking();
  chosen.draft.provider = "workable";
  const view::ViewModel next = view::describe(setup, chosen, real_boot().messages).view;
  CHECK(next.ats_logo == "logos/workable.svg");
  CHECK(next.ats_tile == "Wo");
}

TEST_CASE("in a hosted link, where nobody would hear, help is all that is offered") {
  flow::Setup setup = real_boot().setup;
  setup.hosted = true;
  const view::ViewModel view = view::describe(setup, picking("zzz"), real_boot().messages).view;
  CHECK_FALSE(has_node(view, "not_listed"));
  CHECK(node_of(view, "no_match").label.find("Get help") != std::string::npos);
}

TEST_CASE("that the host was told is said only after it was, and with the name") {
  flow::State state = picking();
  state.screen = flow::RequestingProvider{};
  state.config.brand_name = "Acme Hiring";
  state.draft.requested = "Example Hire";
  const view::ViewModel asking = see(state);
  CHECK(asking.screen == "request");
  CHECK(asking.can_go_back);
  CHECK(the<view::Field>(asking, "field:requested").value == "Example Hire");
  CHECK(asking.primary->label == "Tell Acme Hiring");
  CHECK(asking.lead.find("told") == std::string::npos);
  state.screen = flow::RequestingProvider{"Example Hire", {}};
  const view::ViewModel told = see(state);
  CHECK(told.lead ==
        "We told Acme Hiring that “Example Hire” is missing here. Whether it will be added is for them to "
        "decide.");
  CHECK(told.primary->label == "Back to the list");
  CHECK(told.nodes.empty());
}

TEST_CASE("what page and host do not allow is neither shown nor found") {
  flow::State state = picking();
  state.config.providers = {"workable", "lever"};
  CHECK(shown(state) == Ids{"choice:workable", "choice:lever"});
  state.draft.show_all = true;
  CHECK(shown(state) == Ids{"choice:workable", "choice:lever"});
  CHECK_FALSE(has_node(see(state), "show_all"));
  state.draft.search = "ashby";
  CHECK(shown(state).empty());
  CHECK_FALSE(act(state, "choice:ashby"));
}

TEST_CASE("the order of the host goes before that of the page, and both before what is featured") {
  flow::State state = picking();
  flow::Setup setup = real_boot().setup;
  setup.page.providers = {"workable", "pinpoint", "lever", "ashby", "jobvite"};
  const auto first = [&] {
    return ids_of<view::Choice>(view::describe(setup, state, real_boot().messages).view);
  };
  CHECK(first() == Ids{"choice:workable", "choice:pinpoint", "choice:lever", "choice:ashby"});
  state.config.providers = {"jobvite", "smartrecruiters", "workable", "jobvite"};
  CHECK(first() == Ids{"choice:jobvite", "choice:workable"});
}

TEST_CASE("where nothing is featured the first integrations are shown") {
  flow::State state = picking();
  state.config.providers = {"workable"};
  CHECK(shown(state) == Ids{"choice:workable"});
  CHECK_FALSE(has_node(see(state), "show_all"));
}
