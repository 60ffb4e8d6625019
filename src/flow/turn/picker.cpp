#include "flow/turn/picker.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "model/clean.hpp"
#include "model/provider_search.hpp"

namespace ats::flow {

namespace {

using Providers = std::vector<const model::ProviderEntry*>;

Providers featured_first(const Providers& all, bool only_featured) {
  Providers ordered;
  for (const bool featured : {true, false}) {
    if (!featured && only_featured && !ordered.empty()) break;
    std::copy_if(all.begin(), all.end(), std::back_inserter(ordered),
                 [&](const model::ProviderEntry* provider) { return provider->featured == featured; });
  }
  return ordered;
}

}  // namespace

Picked pick_providers(const Setup& setup, const State& state) {
  const Draft& draft = state.draft;
  const Providers all = allowed_providers(setup, state);
  // What a full-width keyboard types is the same search.
  const std::string query = model::clean_text(draft.search, {model::Clean::width, model::Clean::trim});
  Picked picked;
  picked.searches = !query.empty();
  // Who gives an order means it.
  const bool ordered = !provider_order(setup, state).empty();
  picked.shown = ordered ? all : featured_first(all, !picked.searches && !draft.show_all);
  picked.found = picked.allowed = all.size();
  if (picked.searches) {
    picked.shown = model::search(picked.shown, query);
    picked.found = picked.shown.size();
  }
  const std::size_t limit = (picked.searches  ? found_limit
                             : draft.show_all ? page_limit
                                              : first_view_limit) +
                            page_limit * static_cast<std::size_t>(draft.further);
  if (picked.shown.size() > limit) picked.shown.resize(limit);
  return picked;
}

}  // namespace ats::flow
