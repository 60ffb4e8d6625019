#include "flow/screens/choosing.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "flow/turn/draft.hpp"
#include "flow/turn/picker.hpp"
#include "flow/verdict/key_echo.hpp"
#include "model/char_set.hpp"
#include "model/clean.hpp"
#include "model/text_shapes.hpp"
#include "model/utf8.hpp"

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
  } else if (std::holds_alternative<NotListedPressed>(event) && may_request(turn.setup)) {
    begin_request(turn);
  }
}

namespace {

constexpr std::size_t name_limit = 100;

/// What keeps a text from being told as the name of an ATS: it goes to the host's page as it is.
std::optional<model::FieldProblem> wrong_with(const Draft& draft, const std::string& name) {
  model::FieldProblem problem;
  problem.field = request_field;
  const std::size_t count = model::count_code_points(name);
  if (name.empty()) {
    problem.message_key = "request.empty";
  } else if (model::may_be_key(name) || echoes_secret(name, draft.secrets)) {
    problem.message_key = "request.key";
  } else if (count > name_limit) {
    problem.message_key = "field.long";
    problem.values = {{"max", std::to_string(name_limit)}, {"count", std::to_string(count)}};
  } else {
    return std::nullopt;
  }
  return problem;
}

void submit(Turn& turn) {
  Draft& draft = turn.state.draft;
  // Without what nobody sees: a key that is split by it would be none, and nothing else a name.
  const std::string name = model::clean_text(draft.requested, {model::Clean::width, model::Clean::trim});
  if (auto problem = wrong_with(draft, name)) return go_to(turn, RequestingProvider{"", std::move(problem)});
  NotifyHost told = notice(turn, HostEvent::request_provider);
  told.requested = name;
  add(turn, std::move(told));
  draft.requested.clear();
  go_to(turn, RequestingProvider{name, std::nullopt});
}

}  // namespace

void on(Turn& turn, const RequestingProvider& screen, const Event& event) {
  if (std::holds_alternative<BackPressed>(event)) return go_to(turn, ChoosingProvider{});
  if (!screen.told.empty()) return;
  if (std::holds_alternative<RequestSubmitted>(event)) return submit(turn);
  const auto* edited = std::get_if<FieldEdited>(&event);
  if (edited == nullptr || edited->field != request_field) return;
  turn.state.draft.requested = edited->value;
  turn.state.screen = RequestingProvider{};
}

void on(Turn& turn, const ChoosingMethod&, const Event& event) {
  if (std::holds_alternative<KeyMethodChosen>(event)) {
    tell(turn, HostEvent::select_method);
    go_to(turn, ConfirmingAdmin{});
  } else if (std::holds_alternative<InviteChosen>(event)) {
    turn.next = Invitation{};
  } else if (std::holds_alternative<BackPressed>(event)) {
    go_to(turn, ChoosingProvider{});
  }
}

void on(Turn& turn, const ConfirmingAdmin&, const Event& event) {
  if (std::holds_alternative<AdminConfirmed>(event)) {
    tell(turn, HostEvent::confirm_admin);
    turn.next = Onward{Step::permissions};
  } else if (std::holds_alternative<InviteChosen>(event)) {
    turn.next = Invitation{};
  } else if (std::holds_alternative<BackPressed>(event)) {
    go_to(turn, ChoosingMethod{});
  }
}

void begin(Turn& turn, const Invitation&) {
  tell(turn, HostEvent::invite_admin);
  turn.next = Onward{Step::invite};
}

void on(Turn& turn, const Inviting& screen, const Event& event) {
  auto* shown = std::get_if<Inviting>(&turn.state.screen);
  const std::string& link = turn.state.config.invite_url;
  if (std::holds_alternative<BackPressed>(event)) {
    go_to(turn, screen_before(screen.from));
  } else if (std::holds_alternative<LinkCopied>(event) && !link.empty()) {
    add(turn, CopyText{link});
    shown->copied = true;
  } else if (std::holds_alternative<TextCopied>(event)) {
    shown->on_clipboard = true;
    ++turn.state.turn;  // That it was copied is announced.
  } else if (std::holds_alternative<LinkMailed>(event)) {
    shown->mailed = true;
  }
}

}  // namespace ats::flow
