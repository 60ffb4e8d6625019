#include "view/page.hpp"
#include "view/picker.hpp"

namespace ats::view {
namespace {

/// What the user will be asked for, so that the choice holds no surprise.
std::string asked_for(const Page& page, const model::Provider& provider) {
  std::string labels;
  for (const model::Field& field : provider.fields) labels += (labels.empty() ? "" : ", ") + field.label;
  return page.say("provider.asks", {{"fields", labels}});
}

}  // namespace

void describe(Page& page, const flow::ChoosingProvider&) {
  page.title("provider");
  const std::string& query = page.state.draft.search;
  Field& search = page.add<Field>("search", page.say("provider.search"));
  search.input = Input::search;
  search.value = query;
  page.on("search", ActionKind::input, flow::ProviderSearched{});

  const std::vector<const model::Provider*> shown = shown_providers(page.setup, page.state);
  for (const model::Provider* provider : shown) {
    page.choice("choice:" + provider->id, provider->name, asked_for(page, *provider),
                flow::ProviderChosen{provider->id})
        .tile = monogram(provider->name);
  }
  // Enter in the search means the one entry that is left.
  if (!query.empty() && shown.size() == 1)
    page.on("search", ActionKind::submit, flow::ProviderChosen{shown.front()->id});
  if (shown.empty()) page.text("no_match", "provider.no_match", {{"query", query}});
  if (shown.size() < flow::allowed_providers(page.setup, page.state).size()) {
    page.button("show_all", page.say("provider.more"), flow::AllProvidersAsked{});
  }
  if (!query.empty()) {
    page.view.announce = Announcement{page.count("provider.found", static_cast<int>(shown.size())), false};
  }
}

}  // namespace ats::view
