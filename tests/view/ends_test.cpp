#include <catch2/catch_test_macros.hpp>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

namespace {

model::UpstreamAnswer answer(int status, model::Body body) {
  model::UpstreamAnswer upstream;
  upstream.status = status;
  upstream.body = body;
  return upstream;
}

struct Line {
  std::string label, help;
  view::Phase phase;
  bool operator==(const Line&) const = default;
};

Line line(const view::ViewModel& view, const std::string& id) {
  const auto status = the<view::Status>(view, id);
  return {node_of(view, id).label, status.help, status.phase};
}

bool mentions(const view::ViewModel& view, const std::string& word) {
  if (view.lead.find(word) != std::string::npos) return true;
  for (const view::Item& item : the<view::List>(view, "advice").items) {
    if (item.label.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("each probe has its own line while the key is checked") {
  const Replies replies{{"jobs", answer(200, model::Body::ok)},
                        {"candidates", answer(401, model::Body::json)},
                        {"accounts", Waiting{}}};
  const view::ViewModel view = see(on_screen(Verifying{1, replies}));
  CHECK(line(view, "probe:jobs") == Line{"Reading your jobs", "Done", view::Phase::done});
  CHECK(line(view, "probe:candidates") ==
        Line{"Reading your candidates", "Did not work", view::Phase::failed});
  CHECK(line(view, "probe:accounts") == Line{"Finding your account", "Checking", view::Phase::checking});
  CHECK(line(view, "handover") == Line{"Handing over to Acme Hiring", "Waiting", view::Phase::waiting});
  CHECK(view.busy);
  CHECK(view.announce == view::Announcement{"Checking your connection", false});
}

TEST_CASE("the hand-over is one more line and announces nothing new") {
  model::Connection connection;
  // Neither proved nor refused, as after a 503: what was said of the probe stays so.
  connection.scopes = {{"r_jobs"}, {}, {"r_candidates"}};
  const view::ViewModel view = see(on_screen(HandingOver{1,
                                                         connection,
                                                         "",
                                                         {{"jobs", answer(200, model::Body::ok)},
                                                          {"candidates", answer(503, model::Body::json)},
                                                          {"accounts", Waiting{}}}}));
  CHECK(line(view, "probe:jobs").phase == view::Phase::done);
  CHECK(line(view, "probe:candidates").phase == view::Phase::failed);
  CHECK(line(view, "probe:accounts").phase == view::Phase::failed);
  CHECK(line(view, "handover").phase == view::Phase::checking);
  CHECK(view.announce == see(on_screen(Verifying{1, {}})).announce);
}

TEST_CASE("success names the account, each scope's result, what is next and how to end it") {
  model::Connection connection;
  connection.account = model::Account{"1", "Acme Inc", "acme"};
  connection.scopes = {{"r_jobs"}, {"r_candidates"}, {"w_candidates"}};
  const view::ViewModel view = see(on_screen(Connected{connection}));
  CHECK(view.mood == view::Tone::success);
  CHECK(the<view::List>(view, "account").items ==
        std::vector<view::Item>{{"Acme Inc", "Account name", view::Mark::none},
                                {"acme.workable.com", "Subdomain", view::Mark::none}});
  const std::vector<view::Item> scopes = the<view::List>(view, "scopes").items;
  REQUIRE(scopes.size() == 3);
  CHECK(scopes[0] ==
        view::Item{"See your jobs, their stages and your hiring team", "r_jobs, works", view::Mark::done});
  CHECK(scopes[1].detail == "r_candidates, not allowed by this key");
  CHECK(scopes[1].mark == view::Mark::failed);
  CHECK(scopes[2].detail == "w_candidates, not checked");
  CHECK(scopes[2].mark == view::Mark::unknown);
  CHECK(node_of(view, "revoke").label == real_provider("workable").revoke);
  CHECK(has_node(view, "next"));
  CHECK_FALSE(has_node(view, "unchecked"));
}

TEST_CASE("a key that is not sealed is not said to be") {
  flow::Setup plain = real_boot().setup;
  const State state = on_screen(HandingOver{1, {}, ""});
  const auto lead = [&] { return view::describe(plain, state, real_boot().messages).view.lead; };
  CHECK(lead() == "We are handing your key to Acme Hiring, sealed so that only they can open it.");
  plain.page.plaintext = true;
  CHECK(lead().empty());
}

TEST_CASE("what was not checked is not said to be, while the key is handed over and in the help") {
  State state = on_screen(HandingOver{1, {}, ""});
  CHECK(see(state).heading == "Handing over to Acme Hiring");
  CHECK(see(state).announce == view::Announcement{"Handing over to Acme Hiring", false});
  state.overlay = ShowingHelp{};
  CHECK_FALSE(has_node(see(state), "help.verifying.1"));
  CHECK(has_node(see(state), "help.any.1"));

  state.screen = HandingOver{1, {}, "", {{"jobs", answer(200, model::Body::ok)}}};
  CHECK(has_node(see(state), "help.verifying.1"));
  state.overlay = {};
  CHECK(see(state).heading == "Checking your connection");
}

TEST_CASE("success names what more the key was seen to allow") {
  model::Connection connection;
  connection.scopes.unverified = {"w_candidates"};
  connection.more = {"r_jobs"};
  const view::ViewModel view = see(on_screen(Connected{connection}));
  const std::vector<view::Item> scopes = the<view::List>(view, "scopes").items;
  REQUIRE(scopes.size() == 2);
  CHECK(scopes[1].detail == "r_jobs, allowed though not needed");
}

TEST_CASE("success says plainly when nothing was checked, and only then") {
  model::Connection connection;
  connection.scopes.unverified = {"r_jobs", "r_candidates"};
  const State state = on_screen(Connected{connection});
  // The ATS took the key, but for nothing that would prove what is wanted.
  CHECK_FALSE(has_node(see(state), "unchecked"));
  flow::Setup setup = real_boot().setup;
  setup.page.verify = model::VerifyMode::none;
  const view::ViewModel view = view::describe(setup, state, real_boot().messages).view;
  CHECK(node_of(view, "unchecked").label ==
        "Nothing was checked here: Acme Hiring will find out whether the key works.");
  CHECK(the<view::Notice>(view, "unchecked").tone == view::Tone::warning);
}

TEST_CASE("a refused key is said to be mistyped, expired or revoked") {
  const view::ViewModel view = see(failed_with(model::ErrorCode::invalid_credentials));
  for (const char* word : {"mistyped", "expired", "revoked"}) CHECK(mentions(view, word));
  CHECK(node_of(view, "said").label == "Workable said: Their own words");
}

TEST_CASE("missing scopes are named with what they mean, beside other reasons for a refusal") {
  const view::ViewModel view = see(failed_with(model::ErrorCode::insufficient_scopes));
  CHECK(the<view::List>(view, "missing").items ==
        std::vector<view::Item>{{"See your candidates, their files and what happened with them",
                                 "r_candidates", view::Mark::failed}});
  CHECK(mentions(view, "suspended"));
  CHECK(mentions(view, "plan has no API access"));
}

TEST_CASE("what most likely helps is the primary button, and trying again is always there") {
  using model::ErrorCode;
  struct Row {
    ErrorCode code;
    std::string primary;
    std::vector<std::string> secondary;
  };
  const std::vector<Row> rows = {
      {ErrorCode::invalid_credentials, "Edit API key", {"Edit subdomain", "Try again"}},
      {ErrorCode::subdomain_mismatch, "Edit subdomain", {"Edit API key", "Try again"}},
      {ErrorCode::subdomain_not_found, "Edit subdomain", {"Try again"}},
      {ErrorCode::insufficient_scopes, "Edit API key", {"Try again"}},
      {ErrorCode::unexpected_response, "Try again", {"Edit subdomain", "Edit API key"}},
      {ErrorCode::network, "Try again", {}},
  };
  for (const Row& row : rows) {
    const view::ViewModel view = see(failed_with(row.code));
    CHECK(view.primary->label == row.primary);
    std::vector<std::string> labels;
    for (const view::FootButton& button : view.secondary) labels.push_back(button.label);
    CHECK(labels == row.secondary);
  }
}

TEST_CASE("without a typed account name the heading does without it") {
  CHECK(see(failed_with(model::ErrorCode::subdomain_not_found, "ashby")).heading ==
        "We found no such Ashby account");
}

TEST_CASE("a session that cannot go on says why and names the wrong field to the developer") {
  const view::ViewModel view =
      see(on_screen(Refused{{model::ErrorCode::config_invalid, {}, 0, "", "scopes.required"}}));
  CHECK(view.heading == "This connection is not set up correctly");
  CHECK(node_of(view, "detail").label == "For the developer: scopes.required");
  CHECK(see(on_screen(Refused{{model::ErrorCode::session_expired, {}, 0, "", ""}})).heading ==
        "This request has expired");
}

TEST_CASE("a failed session question does not blame an ATS") {
  State state;
  state.screen = Failed{{model::ErrorCode::timeout, {}, 0, "", ""}, 1, 0, {}};
  CHECK(see(state).heading == "We could not open this link");
  CHECK(act(state, "primary") == Event{RetryPressed{}});
}

TEST_CASE("a failed session question does not blame the app for what is missing here") {
  State state;
  state.screen = Failed{{model::ErrorCode::load_failed, {}, 0, "", ""}, 1, 0, {}};
  CHECK(see(state).heading == "This page could not be loaded");
  CHECK(act(state, "primary") == Event{RetryPressed{}});
}

TEST_CASE("help answers for the step and leads to the host's people") {
  State state = on_screen(EnteringKey{});
  state.overlay = ShowingHelp{};
  CHECK(see(state).screen == "help");
  CHECK(see(state).heading == "Get help");
  CHECK(has_node(see(state), "help.api_key.1"));
  CHECK_FALSE(has_node(see(state), "contact"));
  state.config.support_url = "https://help.example.com/";
  state.config.support_email = "help@example.com";
  CHECK(the<view::Link>(see(state), "contact").href == "https://help.example.com/");
  CHECK(the<view::Link>(see(state), "contact_email").href == "mailto:help@example.com");
  CHECK_FALSE(act(state, "help"));
}

TEST_CASE("the question before closing has its own heading and no step") {
  State state = on_screen(EnteringKey{});
  state.overlay = AskingToClose{};
  CHECK(see(state).screen == "close_question");
  CHECK(see(state).heading == "Close without connecting?");
  CHECK_FALSE(see(state).can_go_back);
}
