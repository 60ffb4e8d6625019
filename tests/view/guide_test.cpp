#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>

#include "support/provider_file.hpp"
#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

namespace {

/// The ids of what stands in a step, in order.
std::vector<std::string> inside(const view::ViewModel& view, const std::string& step) {
  std::vector<std::string> ids;
  for (const view::Node& node : view.nodes) {
    if (node.owner == step) ids.push_back(node.id);
  }
  return ids;
}

/// The key screen of every ATS that there is a file of.
std::map<std::string, view::ViewModel> every_key_screen() {
  std::map<std::string, view::ViewModel> views;
  for (const auto& file : std::filesystem::directory_iterator(ATS_SOURCE_DIR "/providers")) {
    const std::string name = file.path().filename().string(), id = name.substr(0, name.find('.'));
    if (name != id + ".json" || name == "schema.json") continue;
    flow::Setup setup = real_boot().setup;
    setup.details[id] = provider_file(id);
    model::ProviderEntry entry;
    entry.id = entry.name = id;
    setup.catalogue = {entry};
    views[id] = view::describe(setup, on_screen(EnteringKey{}, id), real_boot().messages).view;
  }
  return views;
}

std::ptrdiff_t index_of(const view::ViewModel& view, const std::string& id) {
  const auto found = std::find_if(view.nodes.begin(), view.nodes.end(),
                                  [&](const view::Node& node) { return node.id == id; });
  return found - view.nodes.begin();
}

/// Of the permissions to be copied.
std::vector<std::string> scopes_of(const view::ViewModel& view) {
  std::vector<std::string> ids = ids_of<view::Snippet>(view);
  std::erase(ids, "copy_name");
  return ids;
}

std::vector<std::string> steps_of(const view::ViewModel& view) { return ids_of<view::Step>(view); }

}  // namespace

TEST_CASE("the guide is a row of steps, each with what it takes, and ends with coming back") {
  const view::ViewModel view = see(on_screen(EnteringKey{}));
  REQUIRE(steps_of(view).size() == 6 + 1);
  for (std::size_t i = 0; i < steps_of(view).size(); ++i)
    CHECK(the<view::Step>(view, steps_of(view)[i]).number == static_cast<int>(i) + 1);
  CHECK(inside(view, "guide:0") == std::vector<std::string>{"settings"});
  CHECK(inside(view, "guide:3") == std::vector<std::string>{"expiry_why", "copy_name"});
  CHECK(inside(view, "guide:4") == std::vector<std::string>{"scope:r_jobs", "scope:r_candidates"});
  CHECK(node_of(view, "guide:3").label ==
        "Name it “Acme Hiring” and choose how long it is valid; we suggest 1 year.");
  CHECK(node_of(view, "guide:6").label == "Come back here and paste what you copied.");
}

TEST_CASE("the link leads to the customer's own settings, where they are known") {
  State state = on_screen(EnteringKey{});
  state.draft.fields["subdomain"] = " ACME ";
  const view::ViewModel view = see(state);
  CHECK(node_of(view, "settings").label == "Open Workable settings");
  CHECK(the<view::Link>(view, "settings").href == "https://acme.workable.com/backend/settings/integrations");
  state.draft.fields.clear();
  CHECK_FALSE(has_node(see(state), "settings"));
}

TEST_CASE("the link says what it opens: settings or support") {
  const auto words = [](const char* provider) {
    return node_of(see(on_screen(EnteringKey{}, provider)), "settings").label;
  };
  CHECK(words("ashby") == "Open Ashby settings");
  CHECK(words("jobvite") == "Open Jobvite support");
}

TEST_CASE("every guide comes before its field, which begins the second column and is jumped to") {
  const auto views = every_key_screen();
  CHECK(views.size() >= 25);
  for (const auto& [id, view] : views) {
    CAPTURE(id);
    const std::vector<std::string> fields = ids_of<view::Field>(view), steps = steps_of(view);
    REQUIRE_FALSE(fields.empty());
    REQUIRE(steps.size() >= 3);
    CHECK(index_of(view, steps.back()) < index_of(view, fields.front()));
    CHECK(view.second_column == fields.front());
    REQUIRE(view.jump);
    CHECK(*view.jump == view::Jump{"I have my key", fields.front()});
  }
}

TEST_CASE("permissions are told in one step of every guide, with a button where they are given to the key") {
  for (const auto& [id, view] : every_key_screen()) {
    CAPTURE(id);
    const std::vector<std::string> scopes = scopes_of(view);
    CHECK(scopes.empty() == has_node(view, "purposes"));
    const std::string home = node_of(view, scopes.empty() ? "purposes" : scopes.front()).owner;
    CHECK(the<view::Step>(view, home).number > 0);
    for (const std::string& scope : scopes) CHECK(node_of(view, scope).owner == home);
  }
}

TEST_CASE("an optional permission says so, and each has its meaning and a button of its own name") {
  State state = on_screen(EnteringKey{});
  state.config.required_scopes = {"r_jobs"};
  state.config.optional_scopes = {"w_candidates"};
  const view::ViewModel view = see(state);
  CHECK(the<view::Snippet>(view, "scope:r_jobs") ==
        view::Snippet{"See your jobs, their stages and your hiring team", "Copy", "Copy r_jobs", false});
  CHECK(node_of(view, "scope:r_jobs").label == "r_jobs");
  CHECK(node_of(view, "scope:w_candidates").label == "w_candidates (optional)");
}

TEST_CASE("that something was copied is marked and announced, and moves no focus") {
  model::FieldProblem problem;
  problem.field = "api_key";
  problem.message = "Wrong.";
  const auto after = [&](const std::string& copied) {
    return see(on_screen(EnteringKey{{problem}, {}, copied}));
  };
  CHECK_FALSE(the<view::Snippet>(after(""), "copy_name").copied);
  CHECK(after("").focus == "field:api_key");

  const view::ViewModel named = after("Acme Hiring");
  CHECK(the<view::Snippet>(named, "copy_name").copied);
  CHECK_FALSE(the<view::Snippet>(named, "scope:r_jobs").copied);
  CHECK(named.announce == view::Announcement{"Name copied", false});
  CHECK(named.focus.empty());

  CHECK(the<view::Snippet>(after("r_jobs"), "scope:r_jobs").copied);
  CHECK(after("r_jobs").announce == view::Announcement{"r_jobs copied", false});
}

TEST_CASE("a host without a name has none to copy") {
  State state = on_screen(EnteringKey{});
  state.config.brand_name.clear();
  CHECK_FALSE(has_node(see(state), "copy_name"));
  CHECK(node_of(see(state), "guide:3").label.find("this app") != std::string::npos);
}

TEST_CASE("the subdomain is shown in its address, where that is of the customer's own") {
  const view::ViewModel view = see(on_screen(EnteringDetails{}));
  CHECK(node_of(view, "address").label == "Enter the part that stands before .workable.com:");
  CHECK(the<view::Address>(view, "address") == view::Address{"https://", "acme", ".workable.com"});
  CHECK_FALSE(has_node(see(on_screen(EnteringDetails{}, "lever")), "address"));
}

TEST_CASE("a button shows a drawing in each step, and takes them away again") {
  State state = on_screen(EnteringKey{});
  CHECK(node_of(see(state), "pictures").label == "Show pictures of the steps");
  CHECK(ids_of<view::Picture>(see(state)).empty());
  state.draft.show_pictures = true;
  const view::ViewModel view = see(state);
  CHECK(node_of(view, "pictures").label == "Hide the pictures");
  CHECK(ids_of<view::Picture>(view).size() == 6);
  CHECK(inside(view, "guide:0") == std::vector<std::string>{"settings", "picture:0"});
  CHECK(node_of(view, "picture:0").label == "Drawing of Workable: the address acme.workable.com");
  CHECK(
      node_of(view, "picture:1").label ==
      "Drawing of Workable: choose your picture, name or initials; choose “Settings”; choose “Integrations”; "
      "choose “Apps”");
  CHECK(node_of(view, "picture:3").label ==
        "Drawing of Workable: enter or choose “Acme Hiring”; enter or choose “1 year”");
  CHECK(node_of(view, "picture:4").label == "Drawing of Workable: tick “r_jobs”; tick “r_candidates”");
  CHECK(node_of(view, "picture:5").label == "Drawing of Workable: choose “Generate token”; the key appears");
}

TEST_CASE("a drawing of an address that is not known shows what is") {
  State state = on_screen(EnteringKey{}, "lever");
  state.draft.show_pictures = true;
  CHECK(node_of(see(state), "picture:0").label == "Drawing of Lever: the address lever.co");
}

TEST_CASE("where the provider has no drawings nothing offers any") {
  State state = on_screen(EnteringKey{}, "smartrecruiters");
  state.draft.show_pictures = true;
  CHECK_FALSE(has_node(see(state), "pictures"));
  CHECK(ids_of<view::Picture>(see(state)).empty());
}
