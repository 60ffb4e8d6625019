#include "codec/provider.hpp"

#include "codec/boot.hpp"
#include "codec/fixture.hpp"
#include "support/real_boot.hpp"

using namespace ats;
using namespace ats::test;

namespace {

/// The path that is wrong in Workable's file after `patch` (RFC 7396), or "none".
std::string wrong_after(const nlohmann::json& patch) {
  nlohmann::json file = nlohmann::json::parse(file_text("providers/workable.json"), nullptr, false);
  file.merge_patch(patch);
  const auto read = codec::read_provider(file.dump());
  return read ? "none" : read.error()->field;
}

/// The same for one field's member.
std::string wrong_field(std::size_t index, const char* member, const nlohmann::json& value) {
  nlohmann::json file = nlohmann::json::parse(file_text("providers/workable.json"), nullptr, false);
  file.at("fields").at(index)[member] = value;
  const auto read = codec::read_provider(file.dump());
  return read ? "none" : read.error()->field;
}

}  // namespace

TEST_CASE("Workable's file is read whole") {
  const model::Provider& workable = real_provider("workable");
  CHECK(real_entry("workable").name == "Workable");
  CHECK_FALSE(real_entry("workable").featured);
  CHECK(real_entry("workable").asks == std::vector<std::string>{"Subdomain"});
  REQUIRE(workable.fields.size() == 2);
  const model::Field& subdomain = workable.fields[0];
  CHECK(subdomain.suffix == ".workable.com");
  CHECK(workable.address_field() == &subdomain);
  CHECK(subdomain.clean == std::vector<model::Clean>{model::Clean::trim, model::Clean::width,
                                                     model::Clean::unquote, model::Clean::lower});
  CHECK(subdomain.chars == model::Chars{"a-z0-9", "a-z0-9_-", "a-z0-9"});
  CHECK(subdomain.max == 63);
  CHECK(subdomain.hosts[0].take == model::Take::path);
  CHECK(subdomain.hosts[0].segment == 1);
  CHECK(subdomain.hosts[0].except == std::vector<std::string>{"j", "api", "b"});
  CHECK(subdomain.hosts[1].after == "accounts");
  CHECK(subdomain.refuse[0].like == model::Like::email);
  CHECK(subdomain.refuse.back().like == model::Like::labels);
  CHECK(subdomain.reserved.block.size() == 6);
  CHECK(workable.fields[1].short_under == 30);
  CHECK(workable.fields[1].refuse[7].like == model::Like::field);
  CHECK(workable.fields[1].refuse[7].field == "subdomain");
  CHECK(workable.scope("r_jobs")->minimum);
  CHECK(workable.scope("w_candidates")->write);
  REQUIRE(workable.probes.size() == 3);
  CHECK_FALSE(workable.probes[1].picks_accounts);
  CHECK(workable.probes[2].picks_accounts);
  CHECK(workable.verdicts ==
        std::vector<model::VerdictRule>{{0, "does not match", model::Meaning::other_account}});
  CHECK(workable.guide.size() == 6);
}

TEST_CASE("the drawing of a step is read thing by thing") {
  using model::Thing;
  const std::vector<model::GuideStep>& guide = real_provider("workable").guide;
  CHECK(guide[0].picture == model::Picture{{Thing::address, "{subdomain}.workable.com"}});
  CHECK(guide[1].picture == model::Picture{{Thing::account, ""},
                                           {Thing::item, "Settings"},
                                           {Thing::item, "Integrations"},
                                           {Thing::item, "Apps"}});
  CHECK(guide[5].picture == model::Picture{{Thing::button, "Generate token"}, {Thing::secret, ""}});
  CHECK(real_provider("lever").guide[3].picture ==
        model::Picture{{Thing::tick, "Read"}, {Thing::tick, "List"}});
}

TEST_CASE("the rule of a verdict that says more comes first") {
  CHECK(real_provider("ashby").verdicts ==
        std::vector<model::VerdictRule>{{403, "missing_endpoint_permission", model::Meaning::scope},
                                        {403, "", model::Meaning::credentials}});
}

TEST_CASE("every provider file of the repository is read") {
  CHECK(real_boot().setup.details.size() == 6);
  for (const auto& [id, provider] : real_boot().setup.details) {
    CAPTURE(id);
    CHECK_FALSE(provider.secret_fields().empty());
    CHECK_FALSE(provider.probes.empty());
    CHECK_FALSE(provider.settings_url.empty());
  }
}

TEST_CASE("what a step of the guide is for is known by its words or its flag") {
  nlohmann::json file = nlohmann::json::parse(file_text("providers/workable.json"), nullptr, false);
  file["guide"] = {{{"text", "x"}},
                   {{"text", "Tick {scopes}."}},
                   {{"text", "Tick."}, {"scopes", true}},
                   {{"text", "For {host}."}}};
  const auto read = codec::read_provider(file.dump());
  REQUIRE(read);
  std::vector<std::pair<bool, bool>> marks;
  for (const model::GuideStep& step : read.value()->guide) marks.emplace_back(step.scopes, step.names_host);
  CHECK(marks ==
        std::vector<std::pair<bool, bool>>{{false, false}, {true, false}, {true, false}, {false, true}});
}

TEST_CASE("a wrong member of a provider file is named by its path") {
  CHECK(wrong_after(nlohmann::json::object()) == "none");
  CHECK(wrong_after({{"extra", 1}}) == "extra");
  CHECK(wrong_after({{"schema", 2}}) == "schema");
  CHECK(wrong_after({{"lang", 5}}) == "lang");
  CHECK(wrong_after({{"english", "x"}}) == "english");
  CHECK(wrong_after({{"fields", nlohmann::json::array()}}) == "fields");
  CHECK(wrong_after({{"fields", 5}}) == "fields");
  CHECK(wrong_after({{"verdict", {{"teapot", "scope"}}}}) == "verdict.teapot");
  CHECK(wrong_after({{"verdict", {{"403", "sad"}}}}) == "verdict.403");
  CHECK(wrong_after({{"probes", nlohmann::json::array()}}) == "scopes.0.probe");
  CHECK(wrong_after({{"guide", {5}}}) == "guide.0");
  for (const char* part :
       {R"({})", R"({"item": "a", "button": "b"})", R"({"secret": false})", R"({"item": ""})"})
    CHECK(wrong_after(nlohmann::json::parse(
              std::string(R"({"guide": [{"text": "x", "picture": [)") + part + "]}]}", nullptr, false)) ==
          "guide.0.picture");
  CHECK(wrong_after({{"guide", {{{"text", "x"}, {"picture", {{{"item", 5}}}}}}}}) ==
        "guide.0.picture.0.item");
  CHECK(wrong_field(0, "kind", "colour") == "fields.0.kind");
  CHECK(wrong_field(0, "min", 0) == "fields.0.min");
  CHECK(wrong_field(0, "max", 5000) == "fields.0.max");
  CHECK(wrong_field(0, "max", 1.5) == "fields.0.max");
  CHECK(wrong_field(0, "clean", {"trim", "iron"}) == "fields.0.clean.1");
  CHECK(wrong_field(0, "chars", {{"first", "a-z"}}) == "fields.0.chars.middle");
  CHECK(wrong_field(0, "reserved", {{"block", 5}}) == "fields.0.reserved.block");
  CHECK(wrong_field(1, "refuse", {{{"like", "field:no_such"}, {"message", "x"}}}) == "fields.1.refuse");
  CHECK(wrong_field(1, "refuse", {{{"like", "smoke"}, {"message", "x"}}}) == "fields.1.refuse.0.like");
  CHECK(wrong_field(1, "hosts", {{{"suffix", ".x.com"}, {"take", "path:0"}, {"message", "x"}}}) ==
        "fields.1.hosts.0.take");
}

TEST_CASE("a wrong member of an entry of the list is named by its path") {
  const auto wrong = [](const nlohmann::json& patch) {
    nlohmann::json entry = provider_entry("workable");
    entry.merge_patch(patch);
    codec::Boot boot;
    return codec::read_boot(nlohmann::json{{"catalogue", {entry}}}.dump(), boot, false);
  };
  CHECK(wrong(nlohmann::json::object()).empty());
  CHECK(wrong({{"name", nullptr}}) == "ats_boot: catalogue.0.name: expected text");
  CHECK(wrong({{"name", 5}}) == "ats_boot: catalogue.0.name: expected text");
  CHECK(wrong({{"aliases", "x"}}) == "ats_boot: catalogue.0.aliases: expected a list of texts");
  CHECK(wrong({{"featured", "no"}}) == "ats_boot: catalogue.0.featured: expected true or false");
  CHECK(wrong({{"secrets", nullptr}}) == "ats_boot: catalogue.0.secrets: expected a list of texts");
  CHECK(wrong({{"scopes", {1}}}) == "ats_boot: catalogue.0.scopes.0: expected text of 1 to 300 bytes");
  CHECK(wrong({{"fields", nlohmann::json::array()}}) ==
        "ats_boot: catalogue.0.fields: expected no such member");
}

TEST_CASE("a boot message that is wrong says where") {
  const auto why = [](const std::string& text) {
    codec::Boot boot;
    return codec::read_boot(text, boot, true);
  };
  CHECK(why("") == "ats_boot: the message: expected an object");
  CHECK(why("{}") == "ats_boot: page: expected an object");
  CHECK(why(R"({"page":{"verify":"maybe"},"catalogue":[],"messages":{},"plurals":{}})") ==
        "ats_boot: page.verify: expected one of relay backend none");
  CHECK(why(R"({"page":{},"catalogue":[],"messages":{},"plurals":{}})") ==
        "ats_boot: catalogue: expected at least one provider");
  CHECK(why(R"({"page":{},"catalogue":[{}],"messages":{},"plurals":{}})") ==
        "ats_boot: catalogue.0.id: expected text");
  CHECK(why(R"({"page":{},"catalogue":[],"messages":{"a":5},"plurals":{}})") ==
        "ats_boot: messages.a: expected text of at most 2000 bytes");
  CHECK(why("{" + std::string(codec::boot_limit, ' ') + "}") == "ats_boot: the message: expected an object");
}

TEST_CASE("providers and words may come ahead of the boot message") {
  codec::Boot boot;
  CHECK(
      codec::read_boot(R"({"catalogue":[)" + provider_entry("workable").dump() + "]}", boot, false).empty());
  CHECK(codec::read_boot(R"({"messages":{"a":"one"}})", boot, false).empty());
  CHECK(codec::read_boot(R"({"page":{}})", boot, false) == "ats_boot: page: expected no such member");
  CHECK(codec::read_boot(R"({"catalogue":[{}]})", boot, false) == "ats_boot: catalogue.0.id: expected text");
  boot.setup.catalogue.pop_back();
  CHECK(codec::read_boot(R"({"page":{},"catalogue":[],"messages":{"b":"two"},"plurals":{}})", boot, true)
            .empty());
  REQUIRE(boot.setup.catalogue.size() == 1);
  CHECK(boot.setup.catalogue.front().id == "workable");
  CHECK(boot.messages.text == std::map<std::string, std::string>{{"a", "one"}, {"b", "two"}});
}

TEST_CASE("whatever the page's own check lets through is taken, as long as it may be there") {
  std::string name, ids = R"("workable")";
  for (int i = 0; i < 2048; ++i) name += "\xE2\x82\xAC";
  for (int i = 0; i < 200; ++i) ids += ",\"ats-" + std::to_string(i) + '"';
  codec::Boot boot;
  REQUIRE(codec::read_boot(R"({"page":{"verify":"none","handover":{"mode":"callback"},"providers":[)" + ids +
                               R"(],"notices":[)" + ids + R"(],"brand":{"name":")" + name +
                               R"("}},"messages":{},"plurals":{},"catalogue":[)" +
                               provider_entry("workable").dump() + "]}",
                           boot, true) == "");
  CHECK(boot.setup.page.providers.size() == 201);
  CHECK(boot.setup.page.brand_name == name);
}

TEST_CASE("the page's own configuration is taken as the page sends it") {
  const std::string page =
      R"({"verify":"backend","handover":{"mode":"post"},"providers":["workable"],"notices":["workable"],
    "logos":{"workable":"logos/workable.svg"},"brand":{"name":"Acme","logoUrl":"https://l.example/x.png"},
    "support":{"email":"help@a.example"},"plaintext":true})";
  codec::Boot boot;
  REQUIRE(codec::read_boot(R"({"page":)" + page + R"(,"hosted":true,"relay":"https://l.example/relay/",)" +
                               R"("messages":{},"plurals":{},"catalogue":[)" +
                               provider_entry("workable").dump() + "]}",
                           boot, true) == "");
  CHECK(boot.setup.page.verify == model::VerifyMode::backend);
  CHECK(boot.setup.page.handover == model::HandoverMode::post);
  CHECK(boot.setup.page.providers == std::vector<std::string>{"workable"});
  CHECK(boot.setup.page.notices == std::vector<std::string>{"workable"});
  CHECK(boot.setup.page.logos.at("workable") == "logos/workable.svg");
  CHECK(boot.setup.page.brand_name == "Acme");
  CHECK(boot.setup.page.brand_logo == "https://l.example/x.png");
  CHECK(boot.setup.page.support_email == "help@a.example");
  CHECK(boot.setup.page.plaintext);
  CHECK(boot.setup.hosted);
  CHECK(boot.relay == "https://l.example/relay");
}
