#include <algorithm>
#include <random>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"
#include "support/sample.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

namespace {

constexpr int steps_per_opening = 500;
constexpr unsigned walks = 40;
/// Half of the twenty thousand steps, one or the other by the seed; under --deep all of them.
unsigned first_walk() { return test::deep() || test::seed() % 2 == 1 ? 0 : walks / 2; }

/// Any event; most replies belong to the running attempt, so that walks get far. `leave`: the ways out are as
/// likely as the rest.
Event any_event(std::mt19937& random, const State& state, bool leave) {
  std::vector<Event> events = sample::events();
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  const Attempt attempt = below(4) == 0 ? static_cast<Attempt>(below(5)) : state.attempts;
  const std::vector<ProbeReply> bad{sample::answer(401), sample::answer(429), model::NoAnswer::network};
  const ProbeReply reply = below(8) == 0 ? bad[below(bad.size())] : ProbeReply{sample::good_answer()};
  const std::vector<std::string> probes{"jobs", "candidates", "accounts"};
  const std::vector<Event> helpful{ProviderChosen{"north"},
                                   ProviderArrived{"north"},
                                   KeyMethodChosen{},
                                   AdminConfirmed{},
                                   PermissionsAccepted{},
                                   DetailsSubmitted{},
                                   FieldEdited{"subdomain", "acme"},
                                   SecretTyped{"api_key", base::Secret(sample::key)},
                                   KeySubmitted{},
                                   ProbeAnswered{attempt, probes[below(3)], reply},
                                   ProbeAnswered{attempt, probes[below(3)], reply},
                                   KeepGoingPressed{},
                                   Sealed{attempt, "token"},
                                   HandedOver{attempt, "ref"},
                                   HandoverFailed{attempt, model::ErrorCode::handover_failed},
                                   RetryPressed{},
                                   SessionArrived{attempt, "Acme", "Ada", "", {}, {}},
                                   SessionAccepted{},
                                   TimerElapsed{TimerKind::countdown, attempt}};
  if (below(40) == 0) return TimerElapsed{static_cast<TimerKind>(below(3)), attempt};
  // Ways out are rare, or no walk would get to its end.
  if (below(10) != 0) return helpful[below(helpful.size())];
  Event event = events[below(events.size())];
  const bool out =
      std::holds_alternative<HostExitAsked>(event) || std::holds_alternative<ClosePressed>(event) ||
      std::holds_alternative<CloseConfirmed>(event) || std::holds_alternative<ConfigRefused>(event);
  return out && !leave && below(4) != 0 ? Event{KeepGoingPressed{}} : event;
}

bool holds_key(const std::string& text) { return text.find(sample::key) != std::string::npos; }

/// Nothing that the host hears holds a secret: the printer writes out every text of these effects.
bool leaks(const Effect& effect) {
  const bool to_host = effect_if<NotifyHost>(effect) != nullptr ||
                       effect_if<SaveSnapshot>(effect) != nullptr || effect_if<TellExit>(effect) != nullptr ||
                       effect_if<TellSuccess>(effect) != nullptr;
  return to_host && holds_key(sample::in_words(effect));
}

/// The attempts whose requests may still be under way.
struct Running {
  std::vector<Attempt> attempts;

  void ends(Attempt attempt) { std::erase(attempts, attempt); }
  void starts(Attempt attempt) {
    if (std::find(attempts.begin(), attempts.end(), attempt) == attempts.end()) attempts.push_back(attempt);
  }
};

void follow(Running& running, const Effect& effect) {
  if (const auto* started = effect_if<StartTimer>(effect); started && started->kind == TimerKind::deadline) {
    running.starts(started->attempt);
  }
  if (const auto* stopped = effect_if<StopTimer>(effect); stopped && stopped->kind == TimerKind::deadline) {
    running.ends(stopped->attempt);
  }
  if (const auto* aborted = effect_if<AbortRequests>(effect)) running.ends(aborted->attempt);
}

struct Reached {
  int successes = 0, exits = 0, failures = 0;
};

void walk_at_random(const Setup& setup, unsigned seed, Reached& reached) {
  std::mt19937 random(seed);
  Running running;
  Walk walk;
  walk.setup = setup;
  model::HostConfig config;
  config.state = "nonce";
  walk.does(Opened{config, std::nullopt});
  for (const Effect& effect : walk.last) follow(running, effect);
  for (int i = 0; i < steps_per_opening; ++i) {
    const State before = walk.state;
    const Event event = any_event(random, before, i >= steps_per_opening / 2);
    // As the runtime does; later than they are wanted, by as many steps as chance has it.
    if (const auto* came = std::get_if<ProviderArrived>(&event))
      walk.setup.details[came->provider] = sample::provider(came->provider);
    walk.does(event);
    INFO("seed " << seed << ", step " << i << ", event " << event.index());
    INFO(sample::in_words(Transition{walk.state, walk.last}));
    for (const Effect& effect : walk.last) {
      follow(running, effect);
      REQUIRE(!leaks(effect));
      if (const auto* probe = effect_if<SendProbe>(effect)) REQUIRE(probe->attempt > before.attempts);
    }
    REQUIRE(running.attempts.size() <= 1);
    REQUIRE(walk.state.attempts >= before.attempts);
    REQUIRE(walk.state.turn >= before.turn);
    if (std::holds_alternative<Closed>(before.screen)) {
      REQUIRE(walk.last.empty());
      REQUIRE(walk.state == before);
    }
    if (walk.state.succeeded || walk.on<Closed>()) REQUIRE(walk.state.draft.secrets.empty());
    if (walk.on<Failed>() && !before.last_error) ++reached.failures;
  }
  const int successes = Walk::count<TellSuccess>(walk.all);
  const int exits = Walk::count<TellExit>(walk.all);
  REQUIRE(successes + exits <= 1);
  REQUIRE((walk.on<Closed>() ? successes + exits == 1 && Walk::count<CloseWidget>(walk.all) == 1
                             : exits == 0 && Walk::count<CloseWidget>(walk.all) == 0));
  reached.successes += successes;
  reached.exits += exits;
}

}  // namespace

TEST_CASE("twenty thousand random steps break no promise", "[flow][random]") {
  Setup post = sample::setup();
  post.page.handover = model::HandoverMode::post;
  const std::vector<Setup> setups{sample::setup(), post, sample::hosted_setup(),
                                  sample::setup_without_details()};
  Reached reached;
  INFO(test::seed_in_words());
  const unsigned count = static_cast<unsigned>(test::tries(walks, walks / 2));
  for (unsigned seed = first_walk(); seed < first_walk() + count; ++seed) {
    walk_at_random(setups[seed % setups.size()], seed, reached);
  }
  // Promises that were never put to the test would be worth nothing.
  const int least = test::tries(5, 1);
  CHECK(reached.successes > least);
  CHECK(reached.exits > least);
  CHECK(reached.failures > least);
}
