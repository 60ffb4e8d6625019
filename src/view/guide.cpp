#include "view/guide.hpp"

#include <array>

#include "view/scope_list.hpp"
#include "view/step_picture.hpp"

namespace ats::view {
namespace {

/// The guide while it is written: what comes next is the last step's.
struct Guide {
  Page& page;
  const std::string& copied;  // What was last put on the clipboard.
  int steps = 0;
  std::string step{};

  void begin(const std::string& text) {
    step = "guide:" + std::to_string(steps);
    page.add(step, text, Step{++steps});
  }
  void own() { page.belongs_to(step); }
};

/// Of the words for what is opened, in the order of SettingsPage.
constexpr std::array open_words{"api_key.settings", "api_key.support"};
static_assert(open_words.size() == static_cast<std::size_t>(model::SettingsPage::support) + 1);

void add_settings_link(Guide& guide) {
  Page& page = guide.page;
  const std::string url = model::fill(page.provider->settings_url, page.fields);
  // A field that is not filled in leaves a hole in the host name.
  if (url.empty() || url.find("//.") != std::string::npos) return;
  page.add("settings", page.say(open_words[static_cast<std::size_t>(page.provider->settings_page)]),
           Link{url});
  guide.own();
}

/// `done`: what is said once `text` is copied.
void add_snippet(Guide& guide, const std::string& id, const std::string& label, const std::string& text,
                 Snippet snippet, flow::Event event, const std::string& done) {
  Page& page = guide.page;
  snippet.copied = !text.empty() && guide.copied == text;
  page.on(id, ActionKind::press, std::move(event));
  page.add(id, label, snippet);
  guide.own();
  if (!snippet.copied) return;
  page.view.announce = Announcement{done, false};
  page.view.focus.clear();  // It stays on the button, also where a field is wrong.
}

void add_name(Guide& guide, const std::string& name) {
  const std::string copy = guide.page.say("api_key.copy_name");
  add_snippet(guide, "copy_name", name, name, Snippet{"", copy, copy}, flow::NameCopied{},
              guide.page.say("api_key.name_copied"));
}

/// To be given to the key, one by one.
void add_scopes(Guide& guide) {
  Page& page = guide.page;
  for (const ScopeWords& scope : wanted_scopes(page)) {
    const std::string label = scope.required ? scope.id : page.say("form.optional", {{"label", scope.id}});
    const Values values{{"scope", scope.id}};
    add_snippet(
        guide, "scope:" + scope.id, label, scope.id,
        Snippet{page.own(scope.means), page.say("api_key.copy"), page.say("api_key.copy_scope", values)},
        flow::ScopeCopied{scope.id}, page.say("api_key.scope_copied", values));
  }
}

/// Where a key cannot be given permissions of its own there is nothing to tick, only to know.
void add_purposes(Guide& guide) {
  Page& page = guide.page;
  List purposes;
  for (const ScopeWords& scope : wanted_scopes(page))
    purposes.items.push_back({page.own(scope.means), "", Mark::none});
  if (purposes.items.empty()) return;
  page.add("purposes", page.say("api_key.purposes"), purposes);
  guide.own();
}

void add_picture(Guide& guide, const model::Picture& things, const Values& values) {
  if (things.empty()) return;
  add_picture(guide.page, "picture:" + std::to_string(guide.steps - 1), things, values);
  guide.own();
}

}  // namespace

void add_guide(Page& page, const flow::EnteringKey& screen) {
  const std::string& name = flow::brand_name(page.setup, page.state);
  const Values values{{"host", name.empty() ? page.say("host.unnamed") : name},
                      {"scopes", wanted_scope_ids(page)}};
  Guide guide{page, screen.copied};
  bool named = name.empty(), scoped = false;
  for (const model::GuideStep& step : page.provider->guide) {
    guide.begin(page.own(step.text, values));
    if (guide.steps == 1) add_settings_link(guide);
    if (step.expiry) {
      page.text("expiry_why", "api_key.expiry_why");
      guide.own();
    }
    if (!named && step.names_host) add_name(guide, name);
    if (!scoped && step.scopes) add_scopes(guide);
    if (page.state.draft.show_pictures) add_picture(guide, step.picture, values);
    named = named || step.names_host;
    scoped = scoped || step.scopes;
  }
  if (!scoped) add_purposes(guide);
  guide.begin(page.say("api_key.come_back"));
}

}  // namespace ats::view
