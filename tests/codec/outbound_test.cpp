#include "codec/effect_writer.hpp"
#include "codec/view_writer.hpp"

#include <algorithm>

#include "codec/fixture.hpp"
#include "support/real_boot.hpp"
#include "support/sample_states.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

namespace {

model::Connection connection() {
  model::Connection found;
  found.account = model::Account{"1", "Acme Inc", "acme"};
  found.scopes = {{"r_jobs"}, {}, {"w_candidates"}};
  return found;
}

NotifyHost notice(HostEvent name, Step step, const std::string& provider = "") {
  NotifyHost notify;
  notify.name = name;
  notify.step = step;
  notify.provider = provider;
  return notify;
}

std::map<std::string, PageEffect> effects() {
  using model::ErrorCode;
  NotifyHost view = notice(HostEvent::transition_view, Step::provider);
  view.to = Step::provider;
  NotifyHost search = notice(HostEvent::search_provider, Step::provider);
  search.result_count = 0;
  NotifyHost request = notice(HostEvent::request_provider, Step::provider);
  request.requested = "Example \"Hire\"";
  NotifyHost error = notice(HostEvent::error, Step::failed, "workable");
  error.error = model::LinkError{ErrorCode::rate_limited, {}, 7000, "", "Slow down"};
  NotifyHost exit = notice(HostEvent::exit, Step::api_key, "workable");
  exit.reason = ExitReason::escape;
  const model::LinkError scopes{ErrorCode::insufficient_scopes, {"r_candidates"}, 0, "globex", ""};
  const model::LinkError config{ErrorCode::config_invalid, {}, 0, "", "scopes.required"};
  return {
      {"start_timer", StartTimer{TimerKind::countdown, 3, 1000}},
      {"stop_timer", StopTimer{TimerKind::deadline, 3}},
      {"abort", AbortRequests{3}},
      {"post_token", PostToken{3, "a.b.c.d.e"}},
      {"ask_session", AskSession{1, "nonce"}},
      {"fetch_provider", FetchProvider{"workable"}},
      {"notify first view", view},
      {"notify search", search},
      {"notify request", request},
      {"notify error", error},
      {"notify exit", exit},
      {"success", TellSuccess{"a.b.c.d.e", "workable", "acme", connection()}},
      {"success without an account", TellSuccess{"t", "ashby", "", {}, 20849}},
      {"exit by the user",
       TellExit{std::nullopt, scopes, ExitReason::user_closed, Step::api_key, "workable"}},
      {"exit by an error", TellExit{config, std::nullopt, ExitReason::error, Step::failed, ""}},
      {"close", CloseWidget{}},
      {"reply", ReplyHost{4, true}},
      {"copy", CopyText{"https://app.example.com/?a=\"1\""}},
      {"copy of a report", CopyText{"Code: TIMEOUT", Report::diagnostic}},
      {"help", AskHostForHelp{Step::failed, ErrorCode::timeout}},
      {"help without a code", AskHostForHelp{Step::method, std::nullopt}},
      {"snapshot", SaveSnapshot{{Step::api_key, "workable", {{"subdomain", "acme"}}}}},
      {"wipe", WipeSecrets{}},
  };
}

std::string written(const PageEffect& effect) {
  return codec::write_effect(effect, real_boot().setup.catalogue, real_boot().messages);
}

Seal seal(SealFor purpose) {
  Seal made;
  made.attempt = 3;
  made.purpose = purpose;
  made.state = "nonce";
  made.provider = "workable";
  made.secrets["api_key"] = base::Secret(marker_key);
  if (purpose == SealFor::verify) return made;
  made.fields["subdomain"] = "acme";
  made.connection = connection();
  return made;
}

}  // namespace

TEST_CASE("no word of an ATS is in an error's message, and what is wrong in our own words is") {
  const std::string words = "their own words";
  for (int code = 0; code <= static_cast<int>(model::ErrorCode::internal); ++code) {
    NotifyHost told = notice(HostEvent::error, Step::failed, "workable");
    told.error = model::LinkError{static_cast<model::ErrorCode>(code), {}, 0, "", words};
    CAPTURE(model::name_of(told.error->code));
    const bool ours = told.error->code == model::ErrorCode::config_invalid ||
                      told.error->code == model::ErrorCode::handover_failed ||
                      told.error->code == model::ErrorCode::load_failed;
    CHECK((written(told).find(words) != std::string::npos) == ours);
    const std::string exit =
        written(TellExit{told.error, told.error, ExitReason::error, Step::failed, "workable"});
    CHECK((exit.find(words) != std::string::npos) == ours);
  }
}

TEST_CASE("each effect is written as the fixture says") {
  nlohmann::json rest = fixture("effects");
  for (const auto& [name, effect] : effects()) {
    CAPTURE(name, written(effect));
    CHECK(nlohmann::json::parse(written(effect), nullptr, false) == rest.at(name));
    rest.erase(name);
  }
  const std::pair<const char*, SealFor> seals[] = {{"seal", SealFor::handover},
                                                   {"seal to verify", SealFor::verify}};
  for (const auto& [name, purpose] : seals) {
    CHECK(nlohmann::json::parse(codec::write_seal(seal(purpose)), nullptr, false) == rest.at(name));
    rest.erase(name);
  }
  CHECK(rest.empty());
}

TEST_CASE("an effect with secrets is none of the page's, and no secret is written with a seal") {
  STATIC_CHECK_FALSE(std::is_constructible_v<PageEffect, SendProbe>);
  STATIC_CHECK_FALSE(std::is_constructible_v<PageEffect, Seal>);
  CHECK(codec::write_seal(seal(SealFor::handover)).find(marker_key) == std::string::npos);
}

TEST_CASE("every event name of the contract is written") {
  const std::vector<std::string> names{"OPEN",
                                       "TRANSITION_VIEW",
                                       "SEARCH_PROVIDER",
                                       "REQUEST_PROVIDER",
                                       "SELECT_PROVIDER",
                                       "SELECT_METHOD",
                                       "CONFIRM_ADMIN",
                                       "INVITE_ADMIN",
                                       "ACCEPT_PERMISSIONS",
                                       "SUBMIT_CREDENTIALS",
                                       "HELP",
                                       "ERROR",
                                       "HANDOFF",
                                       "EXIT"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string text = written(notice(static_cast<HostEvent>(i), Step::provider));
    CHECK(nlohmann::json::parse(text, nullptr, false).at("event").at("name") == names[i]);
  }
}

TEST_CASE("a view is written in camelCase without its empty members") {
  const State state = on_screen(EnteringKey{});
  const std::string text =
      codec::write_view(view::describe(real_boot().setup, state, real_boot().messages).view);
  const nlohmann::json parsed = nlohmann::json::parse(text, nullptr, false);
  REQUIRE(parsed.is_object());
  CHECK(parsed.at("screen") == "api_key");
  CHECK(parsed.at("canGoBack") == true);
  CHECK(parsed.at("primary") == nlohmann::json{{"id", "primary"}, {"label", "Next"}});
  CHECK(parsed.at("secondary") == nlohmann::json::array());
  CHECK(parsed.at("textViewLabel") == "Text view");
  CHECK_FALSE(parsed.contains("announce"));
  CHECK_FALSE(parsed.contains("mood"));
  const nlohmann::json field{
      {"id", "field:api_key"}, {"kind", "field"},
      {"label", "API key"},    {"help", real_provider("workable").field("api_key")->help},
      {"input", "secret"},     {"name", "api_key"}};
  const auto& nodes = parsed.at("nodes");
  CHECK(std::find(nodes.begin(), nodes.end(), field) != nodes.end());
  CHECK(nodes.at(0) ==
        nlohmann::json{{"id", "guide:0"}, {"kind", "step"}, {"label", "Sign in to Workable as an admin."}});
  CHECK(nodes.at(1).at("owner") == "guide:0");
  CHECK(parsed.at("secondColumn") == "field:api_key");
  CHECK(parsed.at("jump") == nlohmann::json{{"label", "I have my key"}, {"to", "field:api_key"}});
}

TEST_CASE("every sample view is written as valid JSON, whatever it holds") {
  for (auto [name, state] : sample_states()) {
    CAPTURE(name);
    state.config.brand_name = "\x01\x1F\"\\\n\xE2\x82\xAC";
    const std::string text =
        codec::write_view(view::describe(real_boot().setup, state, real_boot().messages).view);
    const nlohmann::json parsed = nlohmann::json::parse(text, nullptr, false);
    REQUIRE(parsed.is_object());
    CHECK(text.find(std::string(marker_key).substr(0, 12)) == std::string::npos);
    CHECK((!parsed.contains("hostName") || parsed.at("hostName") == state.config.brand_name));
  }
}
