#include <catch2/catch_test_macros.hpp>

#include "flow/turn/picker.hpp"
#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

TEST_CASE("searching tells how many entries were found and never what was typed", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderSearched{"  POLAR "}});
  const auto* told = Walk::first<NotifyHost>(walk.last);
  REQUIRE(told != nullptr);
  CHECK(told->name == HostEvent::search_provider);
  CHECK(told->result_count == 1);
  walk.does(ProviderSearched{"nothing of the kind"});
  CHECK(Walk::first<NotifyHost>(walk.last)->result_count == 0);
  CHECK(walk.does(ProviderSearched{""}).last.empty());
  CHECK(pick_providers(walk.setup, walk.state).found == 3);
}

TEST_CASE("a long list and a long search are shown page by page, and what is new is where to go on",
          "[flow]") {
  Walk walk;
  model::ProviderEntry model = walk.setup.catalogue.front();
  for (int number = 0; number < 120; ++number) {
    model.id = "more_" + std::to_string(number);
    model.name = "Example " + std::to_string(number);
    walk.setup.catalogue.push_back(model);
  }
  const auto shown = [&] { return pick_providers(walk.setup, walk.state).shown.size(); };
  walk.does({Opened{}, AllProvidersAsked{}});
  CHECK(shown() == page_limit);
  CHECK(walk.screen<ChoosingProvider>()->first_new == 0);
  const int turn = walk.state.turn;
  walk.does(AllProvidersAsked{});
  CHECK(shown() == 2 * page_limit);
  CHECK(walk.screen<ChoosingProvider>()->first_new == page_limit);
  CHECK(walk.state.turn == turn + 1);

  walk.does(ProviderSearched{"example"});
  CHECK(shown() == found_limit);
  CHECK(walk.screen<ChoosingProvider>()->first_new == 0);
  CHECK(Walk::first<NotifyHost>(walk.last)->result_count == 120);
  walk.does(AllProvidersAsked{});
  CHECK(shown() == found_limit + page_limit);
  CHECK(walk.state.draft.search == "example");
  walk.does({AllProvidersAsked{}, AllProvidersAsked{}});
  CHECK(shown() == 120);
  walk.does(AllProvidersAsked{});
  CHECK(walk.state.draft.search.empty());
  CHECK(shown() == page_limit);
}

TEST_CASE("blanks are no search", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderSearched{"   "}});
  const Picked picked = pick_providers(walk.setup, walk.state);
  CHECK_FALSE(picked.searches);
  CHECK(picked.found == 3);
}

TEST_CASE("a provider that is not offered cannot be chosen", "[flow]") {
  Walk walk;
  model::HostConfig config;
  config.providers = {"south"};
  walk.does({Opened{config, std::nullopt}, ProviderChosen{"north"}, ProviderChosen{"west"}});
  CHECK(walk.on<ChoosingProvider>());
  CHECK(walk.state.draft.provider.empty());
}

TEST_CASE("choosing another provider clears what was typed for the first", "[flow]") {
  Walk walk;
  walk.comes_to_key();
  walk.does({BackPressed{}, BackPressed{}, BackPressed{}, BackPressed{}, BackPressed{}});
  REQUIRE(walk.on<ChoosingProvider>());
  walk.does(ProviderChosen{"north"});
  CHECK(walk.state.draft.fields.at("subdomain") == "acme");
  CHECK(walk.state.draft.secrets.at("api_key").reveal() == sample::key);
  walk.does({BackPressed{}, ProviderChosen{"south"}});
  CHECK(walk.state.draft.fields.empty());
  CHECK(walk.state.draft.secrets.empty());
  CHECK(walk.has(WipeSecrets{}));
}

TEST_CASE("the way to the key is told step by step, and going back keeps what was typed", "[flow]") {
  Walk walk;
  walk.comes_to_key();
  using E = HostEvent;
  CHECK(Walk::told(walk.all) == std::vector{E::open, E::transition_view, E::select_provider,
                                            E::transition_view, E::select_method, E::transition_view,
                                            E::confirm_admin, E::transition_view, E::accept_permissions,
                                            E::transition_view, E::transition_view});
  for (const Step expected :
       {Step::subdomain, Step::permissions, Step::admin, Step::method, Step::provider}) {
    const int turn = walk.state.turn;
    walk.does(HostBackAsked{1});
    CHECK(step_of(walk.state.screen) == expected);
    CHECK(walk.state.turn == turn + 1);
    CHECK(walk.last.back() == Effect{ReplyHost{1, true}});
    CHECK(walk.state.draft.fields.at("subdomain") == "acme");
    CHECK(walk.state.draft.secrets.at("api_key").reveal() == sample::key);
  }
  CHECK(walk.does(HostBackAsked{2}).last == std::vector<Effect>{ReplyHost{2, false}});
}

TEST_CASE("a provider without fields of its own leads from permissions to the key and back", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderChosen{"south"}, KeyMethodChosen{}, AdminConfirmed{}, PermissionsAccepted{}});
  CHECK(walk.on<EnteringKey>());
  CHECK(walk.does(BackPressed{}).on<ReviewingPermissions>());
}

TEST_CASE("inviting is told once, and Back returns to where it was asked for", "[flow]") {
  model::HostConfig config;
  config.invite_url = "https://host.example/invite";
  Walk walk;
  walk.does({Opened{config, std::nullopt}, ProviderChosen{"north"}, InviteChosen{}});
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::invite_admin, HostEvent::transition_view});
  CHECK(walk.does(BackPressed{}).on<ChoosingMethod>());
  walk.does({KeyMethodChosen{}, InviteChosen{}, LinkCopied{}});
  CHECK(walk.last == std::vector<Effect>{CopyText{"https://host.example/invite"}});
  CHECK(walk.does(BackPressed{}).on<ConfirmingAdmin>());
}

TEST_CASE("without a link there is nothing to copy", "[flow]") {
  Walk walk;
  walk.does({Opened{}, ProviderChosen{"north"}, InviteChosen{}, LinkCopied{}});
  CHECK(walk.last.empty());
  CHECK(!walk.screen<Inviting>()->copied);
}

TEST_CASE("scopes that the chosen provider does not know are not asked of it", "[flow]") {
  const model::Provider north = sample::provider("north");
  model::HostConfig config;
  CHECK(wanted_scopes(north, config) == Wanted{{"r_jobs", "r_candidates"}, {}});
  config.required_scopes = {"r_jobs", "r_jobs"};
  config.optional_scopes = {"w_candidates", "r_jobs"};
  CHECK(wanted_scopes(north, config) == Wanted{{"r_jobs"}, {"w_candidates"}});
  CHECK(wanted_scopes(sample::provider("south"), config) == Wanted{{"read"}, {}});
}
