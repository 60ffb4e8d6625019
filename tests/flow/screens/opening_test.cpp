#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

namespace {

std::string refused_member(Setup setup, const model::HostConfig& config) {
  Walk walk;
  walk.setup = std::move(setup);
  walk.does(Opened{config, std::nullopt});
  const auto* refused = walk.screen<Refused>();
  if (refused == nullptr) return "";
  CHECK(refused->error.code == model::ErrorCode::config_invalid);
  return refused->error.detail;
}

Walk restored(Snapshot snapshot, const model::HostConfig& config = {}) {
  Walk walk;
  walk.does(Opened{config, std::move(snapshot)});
  return walk;
}

const std::map<std::string, std::string> acme{{"subdomain", "acme"}};

model::HostConfig relink(const std::string& provider, const std::string& subdomain) {
  model::HostConfig config;
  config.mode = model::Mode::relink;
  config.relink_reason = model::RelinkReason::expired;
  config.provider = provider;
  config.prefill_subdomain = subdomain;
  return config;
}

}  // namespace

TEST_CASE("a configuration that cannot be served is refused with the name of the wrong member", "[flow]") {
  model::HostConfig config;
  config.provider = "west";
  CHECK(refused_member(sample::setup(), config) == "provider");
  config.provider = "north";
  config.providers = {"south"};
  CHECK(refused_member(sample::setup(), config) == "provider");
  config.provider.clear();
  config.providers = {"west"};
  CHECK(refused_member(sample::setup(), config) == "providers");
  config = {};
  config.provider = "north";
  config.required_scopes = {"r_jobs", "read"};
  CHECK(refused_member(sample::setup(), config) == "scopes.required");
  config.required_scopes.clear();
  config.optional_scopes = {"everything"};
  CHECK(refused_member(sample::setup(), config) == "scopes.optional");
  config.provider.clear();
  config.optional_scopes = {"read"};
  CHECK(refused_member(sample::setup(), config) == "");
}

TEST_CASE("the page's own list of providers is the ceiling of the host's", "[flow]") {
  Setup setup = sample::setup();
  setup.page.providers = {"south", "east"};
  model::HostConfig config;
  config.providers = {"north"};
  CHECK(refused_member(setup, config) == "providers");
  config.providers = {"north", "east"};
  CHECK(refused_member(setup, config) == "");
  State state;
  state.config = config;
  REQUIRE(allowed_providers(setup, state).size() == 1);
  CHECK(allowed_providers(setup, state).front()->id == "east");
}

TEST_CASE("a state is required with post, with backend verification and for a hosted link", "[flow]") {
  Setup post = sample::setup();
  post.page.handover = model::HandoverMode::post;
  Setup backend = sample::setup();
  backend.page.verify = model::VerifyMode::backend;
  model::HostConfig with_state;
  with_state.state = "nonce";
  for (const Setup& setup : {post, backend, sample::hosted_setup()}) {
    CHECK(refused_member(setup, {}) == "state");
    CHECK(refused_member(setup, with_state) == "");
  }
  Setup nobody_takes_it = sample::hosted_setup();
  nobody_takes_it.page.handover = model::HandoverMode::callback;
  CHECK(refused_member(nobody_takes_it, with_state) == "handover.mode");
}

TEST_CASE("opening tells OPEN and then the first view", "[flow]") {
  Walk walk;
  walk.does(Opened{});
  CHECK(walk.on<ChoosingProvider>());
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::open, HostEvent::transition_view});
  const auto* first = effect_if<NotifyHost>(walk.last[1]);
  REQUIRE(first != nullptr);
  CHECK(!first->from);
  CHECK(first->to == Step::provider);
}

TEST_CASE("a given provider begins with the method, prefilled, and has no way back", "[flow]") {
  model::HostConfig config;
  config.provider = "north";
  config.prefill_subdomain = "acme";
  Walk walk;
  walk.does(Opened{config, std::nullopt});
  CHECK(walk.on<ChoosingMethod>());
  CHECK(walk.state.draft.fields == acme);
  CHECK(!typed_something(walk.setup, walk.state));
  walk.does(HostBackAsked{3});
  CHECK(walk.on<ChoosingMethod>());
  CHECK(walk.last == std::vector<Effect>{ReplyHost{3, false}});
}

TEST_CASE("who reconnects begins at the key, with the whole walk behind it", "[flow]") {
  Walk walk;
  walk.does(Opened{relink("north", "acme"), std::nullopt});
  CHECK(walk.on<EnteringKey>());
  CHECK(walk.state.draft.fields == acme);
  CHECK(!typed_something(walk.setup, walk.state));
  CHECK(Walk::told(walk.last) == std::vector{HostEvent::open, HostEvent::transition_view});
  CHECK(walk.does(BackPressed{}).on<EnteringDetails>());
  CHECK(walk.does(BackPressed{}).on<ReviewingPermissions>());
  CHECK(walk.does(BackPressed{}).on<ConfirmingAdmin>());
  CHECK(walk.does(BackPressed{}).on<ChoosingMethod>());
  CHECK(walk.does(BackPressed{}).on<ChoosingMethod>());
}

TEST_CASE("a reconnection begins at the details where they are not known or cannot be right", "[flow]") {
  for (const char* prefill : {"", "not this!"}) {
    Walk walk;
    CHECK(walk.does(Opened{relink("north", prefill), std::nullopt}).on<EnteringDetails>());
  }
  Walk nothing_asked;
  CHECK(nothing_asked.does(Opened{relink("south", ""), std::nullopt}).on<EnteringKey>());
}

TEST_CASE("a reconnection without its provider, or of an unknown one, is refused by that name", "[flow]") {
  CHECK(refused_member(sample::setup(), relink("", "acme")) == "provider");
  CHECK(refused_member(sample::setup(), relink("west", "acme")) == "provider");
  CHECK(refused_member(sample::setup(), relink("north", "acme")) == "");
}

TEST_CASE("what is sealed of a reconnection names the account that the key was checked for", "[flow]") {
  Walk walk;
  walk.does(Opened{relink("north", "acme"), std::nullopt}).does(BackPressed{});
  walk.does(FieldEdited{"subdomain", "globex"}).does(DetailsSubmitted{});
  walk.does(SecretTyped{"api_key", base::Secret(sample::key)}).does(KeySubmitted{});
  walk.answers(sample::good_answer(), sample::good_answer(), sample::good_answer());
  const auto* seal = Walk::first<Seal>(walk.all);
  REQUIRE(seal != nullptr);
  CHECK(seal->fields == std::map<std::string, std::string>{{"subdomain", "globex"}});
}

TEST_CASE("the mode of a session is that of its opening", "[flow]") {
  Walk walk;
  walk.does(Opened{relink("north", "acme"), std::nullopt}).does(HostUpdated{{}});
  CHECK(walk.state.config.mode == model::Mode::relink);
  CHECK(walk.state.config.relink_reason == model::RelinkReason::expired);
}

TEST_CASE("a snapshot returns to its step with its fields and never beyond the key", "[flow]") {
  CHECK(restored({Step::permissions, "north", acme}).on<ReviewingPermissions>());
  CHECK(restored({Step::api_key, "north", acme}).state.draft.fields == acme);
  for (const Step step : {Step::api_key, Step::verifying, Step::connected, Step::failed}) {
    CHECK(restored({step, "north", acme}).on<EnteringKey>());
  }
  CHECK(restored({Step::subdomain, "south", {}}).on<EnteringKey>());
  CHECK(restored({Step::invite, "north", {}}).on<Inviting>());
}

TEST_CASE("a snapshot with fields that do not pass returns to the fields", "[flow]") {
  CHECK(restored({Step::api_key, "north", {{"subdomain", "not this!"}}}).on<EnteringDetails>());
  CHECK(restored({Step::api_key, "north", {}}).on<EnteringDetails>());
  CHECK(restored({Step::subdomain, "north", {{"api_key", "x"}}}).state.draft.fields.empty());
}

TEST_CASE("a snapshot of a provider that is not allowed is left aside", "[flow]") {
  model::HostConfig config;
  config.providers = {"south", "east"};
  CHECK(restored({Step::api_key, "north", acme}, config).on<ChoosingProvider>());
  config = {};
  config.provider = "south";
  CHECK(restored({Step::api_key, "north", acme}, config).on<ChoosingMethod>());
}

TEST_CASE("a second opening changes nothing", "[flow]") {
  Walk walk;
  walk.comes_to_key();
  const State before = walk.state;
  walk.does(Opened{});
  CHECK(walk.state == before);
  CHECK(walk.last.empty());
}

TEST_CASE("an update may narrow the providers but not away from the chosen one", "[flow]") {
  Walk walk;
  walk.comes_to_key();
  model::HostConfig config;
  config.providers = {"north"};
  CHECK(walk.does(HostUpdated{config}).on<EnteringKey>());
  config.providers = {"south"};
  REQUIRE(walk.does(HostUpdated{config}).on<Refused>());
  CHECK(walk.screen<Refused>()->error.detail == "providers");
  CHECK(walk.state.draft.secrets.empty());
}
