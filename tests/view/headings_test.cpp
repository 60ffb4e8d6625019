#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

namespace {

bool offers(const view::ViewModel& view, const std::string& label) {
  const auto is = [&](const view::FootButton& button) { return button.label == label; };
  return is(*view.primary) || std::any_of(view.secondary.begin(), view.secondary.end(), is);
}

}  // namespace

TEST_CASE("each screen has the heading and the step name of the contract") {
  struct Row {
    Screen screen;
    std::string step, heading;
  };
  const std::vector<Row> rows{
      {ConfirmingSession{"Globex", "Ada"}, "session", "Globex asks you to connect your ATS"},
      {ChoosingProvider{}, "provider", "Connect your ATS"},
      {ChoosingMethod{}, "method", "How do you want to connect Workable?"},
      {ConfirmingAdmin{}, "admin", "Are you an admin of Workable?"},
      {Inviting{}, "invite", "Invite an admin"},
      {ReviewingPermissions{}, "permissions", "Review data permissions"},
      {EnteringDetails{}, "subdomain", "Enter your Workable subdomain"},
      {EnteringKey{}, "api_key", "Enter your Workable API key"},
      {Verifying{}, "verifying", "Checking your connection"},
      {HandingOver{}, "verifying", "Handing over to Acme Hiring"},
      {Connected{}, "connected", "Workable is connected"},
  };
  for (const Row& row : rows) {
    const view::ViewModel view = see(on_screen(row.screen));
    CHECK(view.screen == row.step);
    CHECK(view.heading == row.heading);
  }
}

TEST_CASE("the details screen is not called subdomain where other fields are asked") {
  const view::ViewModel view = see(on_screen(EnteringDetails{}, "lever"));
  CHECK(view.heading == "Enter your Lever details");
  CHECK(the<view::Field>(view, "field:region").input == view::Input::select);
  CHECK(the<view::Field>(view, "field:region").options.size() == 3);
  CHECK(the<view::Field>(view, "field:region").options[1].value == "api.eu.lever.co");
}

TEST_CASE("each verdict has the heading of the contract") {
  using model::ErrorCode;
  const std::vector<std::pair<ErrorCode, std::string>> rows{
      {ErrorCode::relay_misconfigured, "This connection is not set up correctly"},
      {ErrorCode::offline, "You are offline"},
      {ErrorCode::timeout, "Workable took too long to answer"},
      {ErrorCode::network, "We could not reach Workable"},
      {ErrorCode::rate_limited, "Please wait a moment"},
      {ErrorCode::subdomain_mismatch, "This API key belongs to another Workable account"},
      {ErrorCode::insufficient_scopes, "This API key cannot read everything that is needed"},
      {ErrorCode::subdomain_not_found, "We found no Workable account called “acme”"},
      {ErrorCode::provider_unavailable, "Workable is not available right now"},
      {ErrorCode::invalid_credentials, "Workable did not accept this API key"},
      {ErrorCode::unexpected_response, "Workable sent an unexpected answer"},
  };
  for (const auto& [code, heading] : rows) {
    const view::ViewModel view = see(failed_with(code));
    CHECK(view.screen == "failed");
    CHECK(view.heading == heading);
    CHECK_FALSE(view.lead.empty());
    CHECK_FALSE(the<view::List>(view, "advice").items.empty());
    REQUIRE(view.primary);
    CHECK(offers(view, "Try again"));
  }
}

TEST_CASE("nothing is shown before the widget opens and after it closed") {
  CHECK(see(on_screen(Idle{})) == view::ViewModel{});
  CHECK(see(on_screen(Closed{})) == view::ViewModel{});
}

TEST_CASE(
    "the page's own logo goes with the host's tile on every screen and over it, whatever the host is "
    "called") {
  flow::Setup setup = real_boot().setup;
  setup.page.brand_logo = "https://link.example/logo.svg";
  for (auto [name, state] : sample_states()) {
    INFO(name);
    if (view::describe(setup, state, real_boot().messages).view.screen.empty()) continue;
    for (const flow::Overlay& overlay : {flow::Overlay{}, flow::Overlay{flow::ShowingHelp{}}}) {
      state.overlay = overlay;
      const view::ViewModel view = view::describe(setup, state, real_boot().messages).view;
      CHECK(view.host_logo == "https://link.example/logo.svg");
      CHECK_FALSE(view.host_tile.empty());
    }
  }
  CHECK(see(on_screen(EnteringKey{})).host_logo.empty());
}

TEST_CASE("header and footer name the host, the ATS and their buttons") {
  const view::ViewModel view = see(on_screen(EnteringKey{}));
  CHECK(view.host_name == "Acme Hiring");
  CHECK(view.host_tile == "AH");
  CHECK(view.ats_name == "Workable");
  CHECK(view.ats_tile == "Wo");
  CHECK(view.back_label == "Back");
  CHECK(view.close_label == "Close");
  CHECK(view.help_label == "Get help");
  CHECK(view.text_view_label == "Text view");

  State before;
  before.screen = ChoosingProvider{};
  CHECK(see(before).host_name == "This app");
  CHECK(see(before).ats_name.empty());
}

TEST_CASE("Back is offered where the flow has a way back and nowhere else") {
  CHECK_FALSE(see(on_screen(ChoosingProvider{})).can_go_back);
  CHECK(see(on_screen(ChoosingMethod{})).can_go_back);
  CHECK(see(on_screen(Verifying{1, {}})).can_go_back);
  CHECK_FALSE(see(on_screen(Connected{})).can_go_back);
  CHECK_FALSE(see(on_screen(Refused{})).can_go_back);
  State fixed = on_screen(ChoosingMethod{});
  fixed.config.provider = "workable";
  CHECK_FALSE(see(fixed).can_go_back);
}
