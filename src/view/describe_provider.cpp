#include "base/contains.hpp"
#include "flow/picker.hpp"
#include "view/page.hpp"

namespace ats::view {
namespace {

/// What the user will be asked for, so that the choice holds no surprise.
std::string asked_for(const Page& page, const model::ProviderEntry& provider) {
  std::string labels;
  for (const std::vector<std::string>* asked : {&provider.asks, &provider.secrets}) {
    for (const std::string& label : *asked) enlist(labels, label);
  }
  const bool down = base::contains(page.setup.page.down, provider.id);
  return page.say(down ? "provider.asks_down" : "provider.asks", {{"fields", labels}});
}

}  // namespace

void describe(Page& page, const flow::ChoosingProvider& screen) {
  page.title("provider");
  const std::string& query = page.state.draft.search;
  Field& search = page.add<Field>("search", page.say("provider.search"));
  search.input = Input::search;
  search.value = query;
  page.on("search", ActionKind::input, flow::ProviderSearched{});

  const flow::Picked picked = flow::pick_providers(page.setup, page.state);
  for (const model::ProviderEntry* provider : picked.shown) {
    Choice& choice = page.choice("choice:" + provider->id, provider->name, asked_for(page, *provider),
                                 flow::ProviderChosen{provider->id});
    choice.tile = monogram(provider->name);
    choice.logo = page.logo_of(provider->id);
  }
  if (screen.first_new > 0 && screen.first_new < picked.shown.size())
    page.view.focus = "choice:" + picked.shown[screen.first_new]->id;
  // Enter in the search means the one entry that is left.
  if (picked.searches && picked.found == 1)
    page.on("search", ActionKind::submit, flow::ProviderChosen{picked.shown.front()->id});
  // In a hosted link there is no host page that could be told.
  const bool can_tell = !page.setup.hosted;
  if (picked.shown.empty())
    page.text("no_match", can_tell ? "provider.no_match" : "provider.no_match_hosted", {{"query", query}});
  if (picked.shown.size() < picked.allowed)
    page.button("show_all", page.say("provider.more"), flow::AllProvidersAsked{});
  if (can_tell && (picked.shown.empty() || picked.shown.size() == picked.allowed))
    page.button("not_listed", page.say("provider.not_listed"), flow::NotListedPressed{});
  if (picked.searches)
    page.view.announce = Announcement{page.count("provider.found", static_cast<int>(picked.found)), false};
}

}  // namespace ats::view
