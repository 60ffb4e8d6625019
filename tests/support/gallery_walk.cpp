#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <optional>
#include <utility>

#include "codec/inbound.hpp"
#include "codec/relay_answer.hpp"
#include "runtime/runtime.hpp"
#include "support/gallery.hpp"
#include "support/gallery_words.hpp"
#include "support/nodes.hpp"
#include "support/provider_file.hpp"
#include "support/real_boot.hpp"

namespace ats::test {
namespace {

using Json = nlohmann::json;
using view::ViewModel;

/// The page's own reading of a message, so that a gallery state is what a host could send.
codec::Inbound inbound(const Json& message) {
  auto read = codec::read_inbound(message.dump());
  INFO(message.dump());
  REQUIRE(read.has_value());
  return *std::move(read);
}

/// The page's own configuration as the product reads it, with the whole catalogue.
flow::Setup setup_of(const Json& state, const Json& set_up) {
  Json boot{{"page", set_up.at("page")}, {"plurals", Json::object()}, {"messages", Json::object()}};
  std::string text = boot.dump();
  text.back() = ',';
  text += R"("catalogue": [)" + provider_entry("workable").dump() + "]}";
  codec::Boot read;
  REQUIRE(codec::read_boot(text, read, true) == "");
  flow::Setup setup = real_boot().setup;
  setup.page = read.setup.page;
  setup.hosted = state.at("hosted").get<bool>();
  return setup;
}

/// The relay, the backend and the seal of a gallery case. What hangs is never answered, and no timer fires.
class World final : public runtime::Ports {
 public:
  World(const Json& state, const Json& set_up, const view::Messages& words)
      : runtime(setup_of(state, set_up), words, *this), state_(state), set_up_(set_up) {}

  void perform(const flow::Effect& effect) override {
    if (const auto* probe = flow::effect_if<flow::SendProbe>(effect)) return answer_probe(*probe);
    if (const auto* seal = flow::effect_if<flow::Seal>(effect))
      runtime.post(flow::Sealed{seal->attempt, "a.b.c.d.e"});
    if (flow::effect_if<flow::CopyText>(effect) != nullptr) receive({{"type", "copied"}});
    if (const auto* token = flow::effect_if<flow::PostToken>(effect))
      answer_backend("handover", token->attempt, "handed_over", "handover_failed");
    if (const auto* session = flow::effect_if<flow::AskSession>(effect))
      answer_backend("session", session->attempt, "session", "session_refused");
  }
  void show(const ViewModel& view) override { shown = view; }

  void receive(const Json& message) {
    codec::Inbound read = inbound(message);
    if (auto* event = std::get_if<flow::Event>(&read)) runtime.post(std::move(*event));
    if (const auto* action = std::get_if<view::Action>(&read)) runtime.act(*action);
  }

  ViewModel shown;
  runtime::Runtime runtime;

 private:
  void answer_probe(const flow::SendProbe& probe) {
    const Json& relay = set_up_["relay"];
    const Json& answer = relay.contains(probe.probe) ? relay[probe.probe] : relay.at("any");
    if (answer == "hang") return;
    flow::ProbeReply reply =
        state_["offline"].get<bool>() ? model::NoAnswer::offline : model::NoAnswer::network;
    if (answer != "drop") {
      reply = codec::parse_relay_answer(answer["status"].get<int>(), answer["body"].get<std::string>());
    }
    runtime.post(flow::ProbeAnswered{probe.attempt, probe.probe, reply});
  }

  /// As web/link/backend/backend.ts and backend_line.ts judge it.
  void answer_backend(const char* operation, int attempt, const char* good, const char* bad) {
    const Json& answer = set_up_["backend"].at(operation);
    if (answer == "hang") return;
    const int status = answer["status"].get<int>();
    const bool gone = status == 401 || status == 404 || status == 410;
    Json message{{"type", bad}, {"attempt", attempt}, {"code", gone ? "SESSION_EXPIRED" : "HANDOVER_FAILED"}};
    if (status == 200) {
      message = Json::parse(answer["body"].get<std::string>(), nullptr, false);
      message["type"] = good;
      message["attempt"] = attempt;
    }
    receive(message);
  }

  const Json& state_;
  const Json& set_up_;
};

const view::Node* node_of(const ViewModel& view, const std::string& id) {
  const auto found = std::find_if(view.nodes.begin(), view.nodes.end(),
                                  [&](const view::Node& node) { return node.id == id; });
  return found == view.nodes.end() ? nullptr : &*found;
}

bool button_of(const ViewModel& view, const std::string& id) {
  const auto is = [&](const view::FootButton& button) { return button.id == id; };
  return (view.primary && is(*view.primary)) ||
         std::any_of(view.secondary.begin(), view.secondary.end(), is) || id == "close" || id == "help" ||
         (id == "back" && view.can_go_back);
}

/// Every step is one that a person can take: what is pressed or typed into is on the screen.
void perform_step(World& world, const Json& step) {
  const auto id = step[0].get<std::string>();
  const view::Node* node = node_of(world.shown, id);
  INFO("step " << step.dump() << " on “" << world.shown.heading << "”");
  REQUIRE((node != nullptr || button_of(world.shown, id)));
  const bool typed = step.size() == 2;
  const auto* field = node != nullptr ? as<view::Field>(*node) : nullptr;
  const bool secret = field != nullptr && field->input == view::Input::secret;
  Json message{{"type", "action"}, {"node", id}, {"kind", typed ? "input" : "press"}};
  if (typed && !secret) message["value"] = step[1];
  world.receive(message);
  if (secret) {
    world.runtime.post(flow::SecretTyped{field->name, base::Secret(step[1].get<std::string>())});
  }
}

template <class Made, class Test>
bool any(const ViewModel& view, Test test) {
  return std::any_of(view.nodes.begin(), view.nodes.end(), [&](const view::Node& node) {
    const Made* made = as<Made>(node);
    return made != nullptr && test(*made);
  });
}

/// What the gallery waits for, in the words of a ViewModel.
bool is_reached(const ViewModel& view, const std::string& until) {
  const std::string start = "[data-node=\"";
  if (until.rfind(start, 0) == 0) {
    const std::string id = until.substr(start.size(), until.size() - start.size() - 2);
    return node_of(view, id) != nullptr || button_of(view, id);
  }
  if (until == "[aria-invalid=true]")
    return any<view::Field>(view, [](const auto& field) { return !field.error.empty(); });
  if (until == ".snippet-sign[data-state=done]")
    return any<view::Snippet>(view, [](const auto& snippet) { return snippet.copied; });
  if (until == "[aria-pressed=true]")
    return any<view::Reveal>(view, [](const auto& reveal) { return reveal.shown; });
  if (until == ".statuses [data-state=done]") {
    return any<view::Status>(view, [](const auto& status) { return status.phase == view::Phase::done; });
  }
  if (until == ".mood[data-state=success]") return view.mood == view::Tone::success;
  if (until == ".mood:is([data-state=danger], [data-state=warning])")
    return view.mood == view::Tone::danger || view.mood == view::Tone::warning;
  if (until == "[aria-checked]" || until == "h1") return !view.heading.empty();
  FAIL("gallery_walk.cpp does not know what “" << until << "” means");
  return false;
}

const Json& state_named(const std::string& name) {
  for (const Json& state : gallery_file()["states"]) {
    if (state["name"] == name) return state;
  }
  FAIL("no gallery state " << name);
  return gallery_file();
}

}  // namespace

const std::vector<std::string>& gallery_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> made;
    for (const Json& state : gallery_file()["states"]) made.push_back(state["name"].get<std::string>());
    return made;
  }();
  return names;
}

namespace {

ViewModel walk_to(const std::string& name, const std::string& language) {
  const Json& state = state_named(name);
  INFO("gallery state " << name << " in " << language);
  World world(state, gallery_file()["cases"].at(state["case"].get<std::string>()), gallery_words(language));
  world.receive({{"type", "open"}, {"config", state["config"]}});
  for (const Json& step : state["steps"]) perform_step(world, step);
  REQUIRE(is_reached(world.shown, state["until"].get<std::string>()));
  return world.shown;
}

}  // namespace

const ViewModel& gallery_view(const std::string& name, const std::string& language) {
  static std::map<std::pair<std::string, std::string>, ViewModel> reached;
  auto found = reached.find({name, language});
  if (found == reached.end())
    found = reached.emplace(std::pair{name, language}, walk_to(name, language)).first;
  return found->second;
}

}  // namespace ats::test
