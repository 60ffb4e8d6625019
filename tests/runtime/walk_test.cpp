#include <catch2/catch_test_macros.hpp>

#include "runtime/fake_ports.hpp"
#include "support/real_boot.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;
using view::ActionKind;

namespace {

constexpr const char* key = "abcdefghij0123456789ABCDEFGHIJ0123456789";

/// A person and the world around the widget, with the real Workable file.
class Walk {
 public:
  Walk() {
    model::HostConfig config;
    config.brand_name = "Acme Hiring";
    runtime.post(Opened{config, std::nullopt});
  }

  /// Presses the control with this label, as a person finds it.
  void press(const std::string& label) {
    const view::ViewModel& view = ports.views.back();
    for (const view::Node& node : view.nodes) {
      if (node.label == label) return runtime.act({node.id, ActionKind::press, ""});
    }
    if (view.primary && view.primary->label == label) return runtime.act({"primary", ActionKind::submit, ""});
    for (const view::FootButton& button : view.secondary) {
      if (button.label == label) return runtime.act({button.id, ActionKind::press, ""});
    }
    FAIL_CHECK("No control " << label << " on " << view.heading);
  }
  void type(const std::string& node, const std::string& value) {
    runtime.act({node, ActionKind::input, value});
  }
  void to_key(const std::string& subdomain) {
    press("View more ATS integrations");
    press("Workable");
    press("Use my API key or access token (recommended)");
    press("I am an admin");
    press("Next");
    type("field:subdomain", subdomain);
    press("Next");
  }
  void enter_key() {
    runtime.act({"field:api_key", ActionKind::input, ""});
    runtime.post(SecretTyped{"api_key", base::Secret(key)});
    press("Next");
  }
  void answer(const std::string& probe, const model::UpstreamAnswer& upstream) {
    runtime.post(ProbeAnswered{ports.all<SendProbe>().back().attempt, probe, upstream});
  }
  /// An empty one where there is none.
  [[nodiscard]] view::Field field(const std::string& id) const {
    for (const view::Node& node : seen().nodes) {
      const auto* found = std::get_if<view::Field>(&node.kind);
      if (node.id == id && found != nullptr) return *found;
    }
    FAIL_CHECK("No field " << id << " on " << seen().heading);
    return {};
  }
  [[nodiscard]] const view::ViewModel& seen() const { return ports.views.back(); }

  FakePorts ports;
  runtime::Runtime runtime{real_boot().setup, real_boot().messages, ports};
};

const model::UpstreamAnswer good{200, model::Body::ok, "", {}, {}, {}};
const model::UpstreamAnswer accounts{200, model::Body::ok, "", {}, {{"1", "Acme Inc", "acme"}}, {}};
const model::UpstreamAnswer denied{401, model::Body::json, "Not authorized", {}, {}, {}};

}  // namespace

TEST_CASE("a person connects Workable from the first screen to the last") {
  Walk walk;
  walk.to_key("acme");
  CHECK(walk.seen().heading == "Enter your Workable API key");
  walk.enter_key();
  CHECK(walk.seen().heading == "Checking your connection");

  const std::vector<SendProbe> probes = walk.ports.all<SendProbe>();
  REQUIRE(probes.size() == 3);
  CHECK(probes[0].fields == std::map<std::string, std::string>{{"subdomain", "acme"}});
  CHECK((probes[0].secrets.at("api_key") == base::Secret(key)));
  walk.answer("jobs", good);
  walk.answer("candidates", good);
  CHECK(walk.seen().heading == "Checking your connection");
  walk.answer("accounts", accounts);

  const std::vector<Seal> seals = walk.ports.all<Seal>();
  REQUIRE(seals.size() == 1);
  CHECK((seals[0].secrets.at("api_key") == base::Secret(key)));
  walk.runtime.post(Sealed{seals[0].attempt, "a.b.c.d.e"});
  CHECK(walk.seen().heading == "Workable is connected");
  const std::vector<TellSuccess> told = walk.ports.all<TellSuccess>();
  REQUIRE(told.size() == 1);
  CHECK(told[0].public_token == "a.b.c.d.e");
  CHECK(told[0].subdomain == "acme");
  REQUIRE(told[0].connection.account);
  CHECK(told[0].connection.account->name == "Acme Inc");
  CHECK(walk.runtime.state().draft.secrets.empty());

  walk.press("Done");
  CHECK(walk.ports.all<CloseWidget>().size() == 1);
  CHECK(walk.ports.all<TellExit>().empty());
  CHECK(walk.seen() == view::ViewModel{});
}

TEST_CASE("a pasted address is refused beside the field and taken with one press") {
  Walk walk;
  walk.to_key("https://Acme.workable.com/backend/jobs");
  CHECK(walk.seen().heading == "Enter your Workable subdomain");
  CHECK(walk.seen().focus == "field:subdomain");
  CHECK(walk.field("field:subdomain").error == "Enter only the part before .workable.com.");
  walk.press("Use “acme”");
  CHECK(walk.field("field:subdomain").value == "acme");
  walk.press("Next");
  CHECK(walk.seen().heading == "Enter your Workable API key");
}

TEST_CASE("a refused key can be edited, and what else was typed is kept") {
  Walk walk;
  walk.to_key("acme");
  walk.enter_key();
  for (const char* probe : {"jobs", "candidates", "accounts"}) walk.answer(probe, denied);
  CHECK(walk.seen().heading == "Workable did not accept this API key");
  walk.press("Edit API key");
  CHECK(walk.seen().heading == "Enter your Workable API key");
  CHECK(walk.seen().focus == "field:api_key");
  CHECK(walk.runtime.state().draft.fields.at("subdomain") == "acme");
  CHECK(walk.ports.all<TellSuccess>().empty());
}

TEST_CASE("closing with something typed asks once") {
  Walk walk;
  walk.to_key("acme");
  walk.runtime.act({"escape", ActionKind::press, ""});
  CHECK(walk.seen().heading == "Close without connecting?");
  walk.press("Keep going");
  CHECK(walk.seen().heading == "Enter your Workable API key");
  walk.runtime.act({"close", ActionKind::press, ""});
  walk.press("Close now");
  CHECK(walk.ports.all<TellExit>().size() == 1);
  CHECK(walk.ports.all<CloseWidget>().size() == 1);
}
