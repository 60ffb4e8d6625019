#include "view/picker.hpp"

namespace ats::view {

std::vector<const model::Provider*> shown_providers(const flow::Setup& setup, const flow::State& state) {
  std::vector<const model::Provider*> shown, others;
  for (const model::Provider* provider : flow::found_providers(setup, state)) {
    (provider->featured ? shown : others).push_back(provider);
  }
  const bool all = state.draft.show_all || !state.draft.search.empty();
  if (all || shown.empty()) shown.insert(shown.end(), others.begin(), others.end());
  if (!all && shown.size() > first_view_limit) shown.resize(first_view_limit);
  return shown;
}

}  // namespace ats::view
