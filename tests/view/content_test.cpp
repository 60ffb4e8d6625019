#include <catch2/catch_test_macros.hpp>

#include <set>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

TEST_CASE("where several things are asked for instead of one key, they are called by their labels") {
  CHECK(see(on_screen(EnteringKey{}, "jobvite")).lead ==
        "You need: API key, Secret key. Get them in Jobvite with these steps, then enter them.");
  CHECK(see(on_screen(EnteringKey{})).lead.find("Get a key in Workable") == 0);
}

TEST_CASE("ids are unique on every screen, and owners are on it") {
  for (const auto& [name, state] : sample_states()) {
    CAPTURE(name);
    std::set<std::string> ids;
    const view::ViewModel view = see(state);
    for (const view::Node& node : view.nodes) {
      CAPTURE(node.id);
      CHECK(ids.insert(node.id).second);
      CHECK_FALSE(node.label.empty());
    }
    for (const view::Node& node : view.nodes) {
      CHECK((node.owner.empty() || ids.count(node.owner) == 1));
      if (is<view::Reveal>(node)) CHECK(the<view::Field>(view, node.owner).input == view::Input::secret);
    }
    CHECK((view.focus.empty() || ids.count(view.focus) == 1));
  }
}

TEST_CASE("permissions list reading and writing apart, with the scope's name small") {
  State state = on_screen(ReviewingPermissions{});
  CHECK(the<view::List>(see(state), "read").items ==
        std::vector<view::Item>{
            {"See your jobs, their stages and your hiring team", "r_jobs", view::Mark::none},
            {"See your candidates, their files and what happened with them", "r_candidates",
             view::Mark::none}});
  CHECK(node_of(see(state), "read_only").label ==
        "Only reading is needed: nothing in Workable has to be changed.");
  state.config.required_scopes = {"r_jobs", "w_candidates"};
  state.config.optional_scopes = {"r_offers"};
  CHECK(the<view::List>(see(state), "read").items[1].detail == "r_offers, optional");
  CHECK(the<view::List>(see(state), "write").items ==
        std::vector<view::Item>{
            {"Add candidates, move them and update them", "w_candidates", view::Mark::none}});
  CHECK_FALSE(has_node(see(state), "read_only"));
}

TEST_CASE("the link to share is read-only and the mail holds it encoded") {
  State state = on_screen(Inviting{});
  state.config.invite_url = "https://app.example.com/c?id=1&x=2";
  const view::ViewModel view = see(state);
  CHECK(the<view::Field>(view, "invite_link").readonly);
  CHECK(node_of(view, "invite_link").label == "Link to share");
  CHECK(the<view::Field>(view, "invite_link").value == state.config.invite_url);
  const std::string href = the<view::Link>(view, "mail_link").href;
  CHECK(href.rfind("mailto:?subject=Please%20connect%20Workable%20to%20Acme%20Hiring&body=Hello%2C%0D%0A",
                   0) == 0);
  CHECK(href.find("https%3A%2F%2Fapp.example.com%2Fc%3Fid%3D1%26x%3D2") != std::string::npos);
  for (const char character : href) CHECK((character > ' ' && character < 127));
  CHECK_FALSE(view.announce);
  std::get<Inviting>(state.screen).copied = true;
  CHECK_FALSE(has_node(see(state), "copied"));
  std::get<Inviting>(state.screen).on_clipboard = true;
  CHECK(node_of(see(state), "copied").label == "Link copied");
  CHECK(see(state).announce == view::Announcement{"Link copied", false});
}

TEST_CASE("without a link the screen says what to tell the admin") {
  const view::ViewModel view = see(on_screen(Inviting{}));
  CHECK_FALSE(has_node(view, "invite_link"));
  CHECK(the<view::List>(view, "tell").items.size() == 3);
  CHECK(the<view::List>(view, "tell").items[1].label.find("r_jobs, r_candidates") != std::string::npos);
}

TEST_CASE("what is needed is not said to be all that a key can do") {
  const view::ViewModel view = see(on_screen(ReviewingPermissions{}));
  CHECK(view.lead ==
        "This is what Acme Hiring needs to do in Workable. A key that allows more lets Acme Hiring do more.");
}

TEST_CASE("a link is promised only where there is one") {
  for (Screen screen : std::vector<Screen>{ChoosingMethod{}, ConfirmingAdmin{}}) {
    const std::string id = screen == Screen{ChoosingMethod{}} ? "method:invite" : "admin:no";
    State state = on_screen(screen);
    CHECK(the<view::Choice>(see(state), id).help == "An admin of Workable can connect it for you.");
    state.config.invite_url = "https://app.example.com/connect";
    CHECK(the<view::Choice>(see(state), id).help.find("You get a link") == 0);
  }
}

TEST_CASE("a wrong field has its sentence, the focus and one announcement with the sentence") {
  model::FieldProblem problem;
  problem.field = "subdomain";
  problem.message_key = "field.long";
  problem.values = {{"max", "63"}, {"count", "70"}};
  const view::ViewModel view = see(on_screen(EnteringDetails{{problem}, {}}));
  CHECK(the<view::Field>(view, "field:subdomain").error ==
        "This is too long: it may have at most 63 characters and has 70.");
  CHECK(the<view::Field>(view, "field:subdomain").value == "acme");
  CHECK(the<view::Field>(view, "field:subdomain").suffix == ".workable.com");
  CHECK(view.focus == "field:subdomain");
  CHECK(view.announce == view::Announcement{the<view::Field>(view, "field:subdomain").error, true});

  model::FieldProblem first;
  first.field = "api_key";
  first.message_key = "field.empty";
  first.values = {{"label", "API key"}};
  model::FieldProblem second = first;
  second.field = "secret_key";
  CHECK(see(on_screen(EnteringKey{{first, second}, {}}, "jobvite")).announce ==
        view::Announcement{"More than one field needs another look. Enter your API key.", true});
  const view::ViewModel one = see(on_screen(EnteringKey{{first}, {}}, "jobvite"));
  CHECK(the<view::Field>(one, "field:api_key").error == "Enter your API key.");
  CHECK(the<view::Field>(one, "field:secret_key").error.empty());
}

TEST_CASE("what the ATS refused is said at the field that it concerns, with the way out") {
  const model::LinkError error{model::ErrorCode::subdomain_not_found, {}, 0, "globex", ""};
  const view::ViewModel view = see(on_screen(EnteringDetails{{}, error}));
  CHECK(the<view::Field>(view, "field:subdomain").error == "Workable has no account under this subdomain.");
  CHECK(node_of(view, "suggest:subdomain").label == "Use “globex”");
  CHECK(view.focus == "field:subdomain");

  const model::LinkError key{model::ErrorCode::invalid_credentials, {}, 0, "", ""};
  CHECK(the<view::Field>(see(on_screen(EnteringKey{{}, key})), "field:api_key").error ==
        "The key may be mistyped, expired or revoked.");
}

TEST_CASE("a value that is allowed but doubtful gets a warning") {
  State state = on_screen(EnteringDetails{});
  state.draft.fields["subdomain"] = "careers";
  CHECK(node_of(see(state), "warn:subdomain").label ==
        "“careers” is often an address of Workable’s own. Check that it is your account.");
  CHECK(the<view::Field>(see(state), "field:subdomain").error.empty());
}
