#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "codec/effect_writer.hpp"
#include "codec/fixture.hpp"
#include "codec/inbound.hpp"
#include "codec/view_writer.hpp"
#include "support/bridge_judge.hpp"
#include "support/contract_words.hpp"
#include "support/gallery.hpp"
#include "support/provider_file.hpp"
#include "support/sample_states.hpp"
#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using nlohmann::json;

namespace {

json written(const view::ViewModel& view) { return json::parse(codec::write_view(view), nullptr, false); }

bool is_read(const json& message) { return codec::read_inbound(message.dump()).has_value(); }

/// The messages that tests/fixtures/codec/inbound.json says are understood, with nothing wrong in them.
std::vector<json> understood() {
  std::vector<json> all;
  const json rows = fixture("inbound");
  for (const json& row : rows) {
    if (!row.at("event").is_null()) all.push_back(row.at("message"));
  }
  return all;
}

/// Where the described members of a message stand: in itself, or in an object that it holds.
void vary(const json& message, const json::json_pointer& where, const BridgeMembers& members,
          const std::set<std::string>& names) {
  for (const auto& [name, member] : members) {
    json without = message;
    if (without.at(where).erase(name) == 0) continue;
    CAPTURE(message.dump(), name);
    CHECK(is_read(without) == member.optional);
  }
  for (const std::string& name : names) {
    if (members.count(name) != 0) continue;
    for (const json& value : {json("x"), json(1), json(true), json::object(), json::array()}) {
      json more = message;
      more.at(where)[name] = value;
      CAPTURE(more.dump());
      CHECK_FALSE(is_read(more));
    }
  }
}

/// Every text in a reader's source that could be a member's name.
std::set<std::string> names_in(const std::string& path) {
  const std::string source = file_text(path);
  const std::regex quoted("\"([A-Za-z_]+)\"");
  std::set<std::string> names;
  for (std::sregex_iterator it(source.begin(), source.end(), quoted), end; it != end; ++it)
    names.insert((*it)[1]);
  return names;
}

/// The words that C++ has for the values of an enum, from the first to this one.
template <class Enum>
std::set<std::string> names_up_to(Enum last) {
  std::set<std::string> names;
  for (int i = 0; i <= static_cast<int>(last); ++i) names.emplace(name_of(static_cast<Enum>(i)));
  return names;
}

}  // namespace

TEST_CASE("a view is written as it is described, member by member, and nothing is described that is not") {
  BridgeJudge judge;
  for (const auto& [name, state] : sample_states()) judge.look("ViewModel", written(see(state)), name);
  for (const std::string& name : gallery_names())
    judge.look("ViewModel", written(gallery_view(name, "en")), name);
  flow::Setup drawn = real_boot().setup;
  for (const model::ProviderEntry& entry : drawn.catalogue) drawn.page.logos[entry.id] = "logo.svg";
  drawn.page.brand_logo = "own.svg";
  for (const flow::State& state : {on_screen(flow::ChoosingProvider{}), on_screen(flow::ChoosingMethod{})})
    judge.look("ViewModel", written(view::describe(drawn, state, real_boot().messages).view), "logos");
  view::ViewModel foreign = see(sample_states().front().second);
  foreign.english = {"API key"};
  judge.look("ViewModel", written(foreign), "a text of the ATS alone");
  check_bridge(judge, {"ViewModel", "ViewNode", "Item", "Option", "ViewButton", "Jump", "Announcement",
                       "Shape", "Tone", "Mark", "Phase", "Input", "Form"});
}

TEST_CASE("an effect is described as it is written") {
  BridgeJudge judge;
  // What C++ writes: outbound_test.cpp holds it to this file.
  const json effects = fixture("effects");
  for (const auto& [name, effect] : effects.items())
    judge.look(name.starts_with("seal") ? "SealEffect" : "Effect", effect, name);
  check_bridge(judge, {"Effect", "Saved", "SealEffect", "SealPurpose", "Account", "ScopeResult"});
}

TEST_CASE("a message is read as it is described: no member less, and none more") {
  BridgeJudge judge;
  std::set<std::string> names = names_in("src/codec/inbound.cpp");
  CHECK(names.size() > 20);
  const json& described = bridge_types().at("Inbound");
  for (const json& message : understood()) {
    judge.look("Inbound", message, message.dump());
    BridgeMembers members = bridge_members(described.at(message.at("type").get<std::string>()));
    members["type"] = {"text", false};
    vary(message, json::json_pointer(""), members, names);
    if (message.contains("snapshot"))
      vary(message, json::json_pointer("/snapshot"), bridge_members(bridge_types().at("Restored")), names);
    if (message.contains("scopes"))
      vary(message, json::json_pointer("/scopes"), bridge_members(bridge_types().at("WantedScopes")), names);
  }
  check_bridge(judge, {"Inbound", "ActionKind", "TimerKind", "Restored", "WantedScopes"});
}

TEST_CASE("C++ writes the words of the host's contract, all of them and no other") {
  CHECK(contract_words("Step") == names_up_to(flow::Step::failed));
  CHECK(contract_words("ErrorCode") == names_up_to(model::ErrorCode::internal));
  CHECK(contract_words("ExitReason") == names_up_to(flow::ExitReason::error));
  std::set<std::string> events;
  for (int i = 0; i <= static_cast<int>(flow::HostEvent::exit); ++i) {
    flow::NotifyHost notice;
    notice.name = static_cast<flow::HostEvent>(i);
    const std::string text = codec::write_effect(notice, {}, {});
    events.insert(json::parse(text, nullptr, false).at("event").at("name").get<std::string>());
  }
  CHECK(contract_words("LinkEvent") == events);
}

TEST_CASE("a word is read exactly where it is described") {
  for (const json& word : bridge_types().at("ActionKind"))
    CHECK(is_read({{"type", "action"}, {"node", "x"}, {"kind", word}}));
  for (const json& word : bridge_types().at("TimerKind"))
    CHECK(is_read({{"type", "timer"}, {"attempt", 1}, {"kind", word}}));
  for (const std::string& word : contract_words("ErrorCode"))
    CHECK(is_read({{"type", "session_refused"}, {"attempt", 1}, {"code", word}}));
  for (const std::string& word : contract_words("ExitReason"))
    CHECK(is_read({{"type", "exit"}, {"n", 1}, {"reason", word}}));
  for (const std::string& word : contract_words("Step")) {
    const json snapshot{{"step", word}, {"fields", json::object()}};
    CHECK(is_read({{"type", "open"}, {"config", json::object()}, {"snapshot", snapshot}}));
  }
}
