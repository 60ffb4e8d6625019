#include <string>

#include "flow/screens/chapters.hpp"
#include "flow/verdict/key_echo.hpp"
#include "model/text_shapes.hpp"
#include "model/utf8.hpp"

namespace ats::flow {
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

}  // namespace ats::flow
