#include <algorithm>

#include "flow/screens/chapters.hpp"
#include "flow/turn/draft.hpp"

namespace ats::flow {
namespace {

void searched(Turn& turn, const std::string& query) {
  if (turn.state.draft.search == query) return;
  turn.state.draft.search = query;
  if (query.empty()) return;
  NotifyHost told = notice(turn, HostEvent::search_provider);
  told.result_count = static_cast<int>(found_providers(turn.setup, turn.state).size());
  add(turn, std::move(told));
}

void chosen(Turn& turn, const std::string& id) {
  const auto allowed = allowed_providers(turn.setup, turn.state);
  const bool known = std::any_of(allowed.begin(), allowed.end(),
                                 [&](const model::Provider* provider) { return provider->id == id; });
  if (!known) return;
  choose(turn, id);
  tell(turn, HostEvent::select_provider);
  go_to(turn, ChoosingMethod{});
}

}  // namespace

void on(Turn& turn, const ChoosingProvider&, const Event& event) {
  if (const auto* search = std::get_if<ProviderSearched>(&event)) {
    searched(turn, search->query);
  } else if (std::holds_alternative<AllProvidersAsked>(event)) {
    // All means all: a search would still hide some.
    turn.state.draft.show_all = true;
    turn.state.draft.search.clear();
  } else if (const auto* choice = std::get_if<ProviderChosen>(&event)) {
    chosen(turn, choice->provider);
  }
}

}  // namespace ats::flow
