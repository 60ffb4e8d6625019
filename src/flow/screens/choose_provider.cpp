#include <algorithm>

#include "flow/picker.hpp"
#include "flow/screens/chapters.hpp"
#include "flow/turn/draft.hpp"
#include "model/char_set.hpp"
#include "model/text_shapes.hpp"

namespace ats::flow {
namespace {

void searched(Turn& turn, const std::string& query) {
  Draft& draft = turn.state.draft;
  if (draft.search == query) return;
  draft.search = query;
  draft.further = 0;
  turn.state.screen = ChoosingProvider{};
  if (query.empty()) return;
  NotifyHost told = notice(turn, HostEvent::search_provider);
  told.result_count = static_cast<int>(pick_providers(turn.setup, turn.state).found);
  add(turn, std::move(told));
}

void asked_for_more(Turn& turn) {
  Draft& draft = turn.state.draft;
  const Picked before = pick_providers(turn.setup, turn.state);
  const bool goes_on = before.shown.size() < before.found;
  if (goes_on && (draft.show_all || before.searches)) {
    ++draft.further;
    // The button may stay where it is; what it brought is where to go on.
    turn.state.screen = ChoosingProvider{before.shown.size()};
    ++turn.state.turn;
    return;
  }
  // All means all: a search would still hide some.
  draft.show_all = true;
  draft.search.clear();
  draft.further = 0;
}

void chosen(Turn& turn, const std::string& id) {
  const auto allowed = allowed_providers(turn.setup, turn.state);
  const bool known = std::any_of(allowed.begin(), allowed.end(),
                                 [&](const model::ProviderEntry* provider) { return provider->id == id; });
  if (!known) return;
  choose(turn, id);
  tell(turn, HostEvent::select_provider);
  go_to(turn, ChoosingMethod{});
}

/// With what was searched for, which most likely is its name.
void begin_request(Turn& turn) {
  Draft& draft = turn.state.draft;
  const std::string_view searched = model::trim_ends(draft.search);
  if (!searched.empty()) draft.requested = model::may_be_key(searched) ? std::string_view{} : searched;
  go_to(turn, RequestingProvider{});
}

}  // namespace

void on(Turn& turn, const ChoosingProvider&, const Event& event) {
  if (const auto* search = std::get_if<ProviderSearched>(&event)) {
    searched(turn, search->query);
  } else if (std::holds_alternative<AllProvidersAsked>(event)) {
    asked_for_more(turn);
  } else if (const auto* choice = std::get_if<ProviderChosen>(&event)) {
    chosen(turn, choice->provider);
  } else if (std::holds_alternative<NotListedPressed>(event) && !turn.setup.hosted) {
    begin_request(turn);
  }
}

}  // namespace ats::flow
