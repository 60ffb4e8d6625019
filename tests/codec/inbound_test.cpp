#include "codec/inbound.hpp"

#include "base/variant.hpp"
#include "codec/fixture.hpp"

using namespace ats;
using namespace ats::test;
using flow::Event;

namespace {

std::string name_of(const Event& event) {
  return std::visit(base::Overloaded{[](const flow::Opened&) { return "Opened"; },
                                     [](const flow::ConfigRefused&) { return "ConfigRefused"; },
                                     [](const flow::HostUpdated&) { return "HostUpdated"; },
                                     [](const flow::HostBackAsked&) { return "HostBackAsked"; },
                                     [](const flow::HostExitAsked&) { return "HostExitAsked"; },
                                     [](const flow::SessionArrived&) { return "SessionArrived"; },
                                     [](const flow::SessionRefused&) { return "SessionRefused"; },
                                     [](const flow::ProviderFailed&) { return "ProviderFailed"; },
                                     [](const flow::Sealed&) { return "Sealed"; },
                                     [](const flow::HandedOver&) { return "HandedOver"; },
                                     [](const flow::HandoverFailed&) { return "HandoverFailed"; },
                                     [](const flow::BackendAnswered&) { return "BackendAnswered"; },
                                     [](const flow::BackendFailed&) { return "BackendFailed"; },
                                     [](const flow::TimerElapsed&) { return "TimerElapsed"; },
                                     [](const flow::TextCopied&) { return "TextCopied"; },
                                     [](const auto&) { return "another event"; }},
                    event);
}

std::string kind_of(const std::optional<codec::Inbound>& read) {
  if (!read) return "nothing";
  if (std::holds_alternative<view::Action>(*read)) return "Action";
  if (std::holds_alternative<codec::Words>(*read)) return "Words";
  if (std::holds_alternative<model::Provider>(*read)) return "Provider";
  return name_of(std::get<Event>(*read));
}

Event event_of(const std::string& text) {
  const auto read = codec::read_inbound(text);
  REQUIRE(read);
  return std::get<Event>(*read);
}

}  // namespace

TEST_CASE("each inbound message of the fixture is understood or dropped as the fixture says") {
  const nlohmann::json rows = fixture("inbound");
  for (const nlohmann::json& row : rows) {
    const std::string text = row.at("message").dump();
    CAPTURE(text);
    CHECK(kind_of(codec::read_inbound(text)) == (row.at("event").is_null() ? "nothing" : row.at("event")));
  }
}

TEST_CASE("each host configuration of the fixture is taken, or refused by the path of its wrong member") {
  const nlohmann::json rows = fixture("host_configs");
  for (const nlohmann::json& row : rows) {
    CAPTURE(row.at("name").get<std::string>());
    const Event event = event_of(nlohmann::json{{"type", "open"}, {"config", row.at("config")}}.dump());
    if (row.at("wrong").is_null()) {
      CHECK(std::holds_alternative<flow::Opened>(event));
      continue;
    }
    const auto* refused = std::get_if<flow::ConfigRefused>(&event);
    REQUIRE(refused != nullptr);
    CHECK(refused->error.field == row.at("wrong"));
    CHECK_FALSE(refused->error.expected.empty());
  }
}

TEST_CASE("a configuration arrives whole") {
  const nlohmann::json config = fixture("host_configs").at(1).at("config");
  const Event event = event_of(nlohmann::json{{"type", "open"}, {"config", config}, {"today", 20783}}.dump());
  model::HostConfig expected;
  expected.state = "nonce";
  expected.provider = "workable";
  expected.providers = {"workable"};
  expected.required_scopes = {"r_jobs"};
  expected.optional_scopes = {"w_candidates"};
  expected.prefill_subdomain = "acme";
  expected.mode = model::Mode::relink;
  expected.relink_reason = model::RelinkReason::permissions;
  expected.brand_name = "Acme Hiring";
  expected.support_url = "https://help.example.com/";
  expected.support_email = "help@example.com";
  expected.support_request = true;
  expected.invite_url = "http://localhost:8080/connect";
  CHECK((event == Event{flow::Opened{expected, std::nullopt, 20783}}));
}

TEST_CASE("a configuration has limits") {
  const std::string longest(1024, 'x');
  const auto open = [](const std::string& state) {
    return event_of(nlohmann::json{{"type", "open"}, {"config", {{"state", state}}}}.dump());
  };
  CHECK(std::holds_alternative<flow::Opened>(open(longest)));
  CHECK((open(longest + "x") == Event{flow::ConfigRefused{{"state", "text of at most 1024 bytes"}}}));
}

TEST_CASE("the details of a provider are read whole, or refused with the member that is wrong") {
  const auto sent = [](const nlohmann::json& patch) {
    nlohmann::json details = nlohmann::json::parse(file_text("providers/workable.json"), nullptr, false);
    details.merge_patch(patch);
    return codec::read_inbound(
        nlohmann::json{{"type", "provider"}, {"id", "workable"}, {"details", details}}.dump());
  };
  const auto whole = sent({{"lang", "de"}, {"english", {"Subdomain"}}});
  REQUIRE(whole);
  model::Provider expected = provider_file("workable");
  expected.lang = "de";
  expected.english = {"Subdomain"};
  CHECK((std::get<model::Provider>(*whole) == expected));
  const auto wrong = [&](const nlohmann::json& patch) {
    const auto read = sent(patch);
    REQUIRE(read);
    const auto* failed = std::get_if<flow::ProviderFailed>(&std::get<Event>(*read));
    REQUIRE(failed != nullptr);
    CHECK(failed->provider == "workable");
    return failed->detail;
  };
  CHECK(wrong({{"id", "lever"}}) == "id: expected workable");
  CHECK(wrong({{"guide", {5}}}) == "guide.0: expected an object");
  CHECK(wrong({{"fields", nullptr}}) == "fields: expected a list");
}

TEST_CASE("messages carry what they say") {
  CHECK((event_of(R"({"type":"exit","n":4,"force":true})") ==
         Event{flow::HostExitAsked{4, true, flow::ExitReason::host}}));
  CHECK((event_of(R"({"type":"exit","n":4,"reason":"backdrop"})") ==
         Event{flow::HostExitAsked{4, false, flow::ExitReason::backdrop}}));
  CHECK((event_of(R"({"type":"copied"})") == Event{flow::TextCopied{}}));
  CHECK((event_of(R"({"type":"session_refused","attempt":1,"code":"NETWORK"})") ==
         Event{flow::SessionRefused{1, model::ErrorCode::network}}));
  CHECK((event_of(R"({"type":"timer","kind":"idle","attempt":0})") ==
         Event{flow::TimerElapsed{flow::TimerKind::idle, 0}}));
  const Event answered = event_of(
      R"({"type":"backend_answer","attempt":2,"probes":{"jobs":{"status":200,"body":"ok"},"x":{"relay":"timeout"}}})");
  model::UpstreamAnswer good;
  good.status = 200;
  good.body = model::Body::ok;
  CHECK((answered ==
         Event{flow::BackendAnswered{2, {{"jobs", good}, {"x", model::RelayAnswer{200, "timeout", -1}}}}}));
}
