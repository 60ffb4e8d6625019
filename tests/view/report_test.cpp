#include "view/report.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::flow;
using namespace ats::test;

namespace {

std::string copied_on(const State& state) {
  const auto pressed = act(state, "copy");
  REQUIRE(pressed);
  const auto* copied = std::get_if<ReportCopied>(&*pressed);
  REQUIRE(copied != nullptr);
  return copied->text;
}

State failed(Replies replies, model::ErrorCode code = model::ErrorCode::insufficient_scopes) {
  Failed screen{{code, {"r_jobs"}, 0, "globex", "Their own words"}, 1, 0, {}};
  screen.replies = std::move(replies);
  return on_screen(std::move(screen));
}

}  // namespace

TEST_CASE("the receipt says what the screen says: account, permissions, who has the key, how to end it") {
  State state =
      on_screen(Connected{{model::Account{"1", "Acme GmbH", "acme"}, {{"r_jobs"}, {}, {"w_candidates"}}}});
  state.draft.fields["subdomain"] = "acme";
  const std::string text = copied_on(state);
  CAPTURE(text);
  CHECK(text.rfind("Workable is connected\nYou are done. Your key is with Acme Hiring now", 0) == 0);
  CHECK(text.find("\n- Acme GmbH (Account name)\n- acme.workable.com (Subdomain)\n") != std::string::npos);
  CHECK(text.find("r_jobs, works)\n") != std::string::npos);
  CHECK(text.find("w_candidates, not checked)\n") != std::string::npos);
  CHECK(text.find("To end the connection, delete the token in Workable") != std::string::npos);
  CHECK(text.find("You can close this now") == std::string::npos);
}

TEST_CASE("the details for support hold codes and states, and nothing typed or said by the ATS") {
  State state =
      failed({{"jobs", model::UpstreamAnswer{403, model::Body::json, "Their own words", {}, {}, {}}},
              {"candidates", model::RelayAnswer{502, "bad_upstream", -1}},
              {"accounts", model::NoAnswer::timeout},
              {"late", Waiting{}},
              {"odd", model::RelayAnswer{500, "K3y-of-somebody", -1}}});
  state.draft.fields["subdomain"] = "acme";
  CHECK(copied_on(state) ==
        "ATS Link\nCode: INSUFFICIENT_SCOPES\nProvider: workable\nProbe jobs: 403, other JSON\n"
        "Probe candidates: relay 502 bad_upstream\nProbe accounts: timeout\nProbe late: no answer yet\n"
        "Probe odd: relay 500\nMissing scope: r_jobs\n");
}

TEST_CASE("what is our own of a failure is in the details, also where the session cannot go on") {
  const State state = on_screen(Refused{{model::ErrorCode::config_invalid, {}, 0, "", "wrong: brand.name"}});
  CHECK(copied_on(state).find("Code: CONFIG_INVALID\n") != std::string::npos);
  CHECK(copied_on(state).find("Detail: wrong: brand.name\n") != std::string::npos);
  CHECK(copied_on(failed({})).find("Their own words") == std::string::npos);
}

TEST_CASE("a mail about a failure begins with the details, and any other mail is empty") {
  State state = failed({{"jobs", model::NoAnswer::timeout}});
  state.config.support_email = "help@example.com";
  state.overlay = ShowingHelp{};
  CHECK(the<view::Link>(see(state), "contact_email").href ==
        "mailto:help@example.com?body=%0D%0A%0D%0AATS%20Link%0D%0ACode%3A%20INSUFFICIENT_SCOPES%0D%0A"
        "Provider%3A%20workable%0D%0AProbe%20jobs%3A%20timeout%0D%0AMissing%20scope%3A%20r_jobs%0D%0A");
  state.screen = EnteringKey{};
  CHECK(the<view::Link>(see(state), "contact_email").href == "mailto:help@example.com");
}

TEST_CASE("that a report was copied is shown and announced once it was") {
  State state = failed({});
  CHECK(node_of(see(state), "copy").label == "Copy details for support");
  CHECK_FALSE(see(state).announce);
  std::get<Failed>(state.screen).copied = true;
  CHECK(node_of(see(state), "copy").label == "Details copied");
  CHECK(see(state).announce == view::Announcement{"Details copied", false});
}
