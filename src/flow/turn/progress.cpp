#include "flow/turn/progress.hpp"

#include <cstddef>
#include <vector>

namespace ats::flow {
namespace {

/// The step whose place in the row a screen takes.
Step counted_as(const Screen& screen) {
  // The help to ask somebody else is no step of its own.
  if (const auto* inviting = std::get_if<Inviting>(&screen)) return step_of(screen_before(inviting->from));
  const auto* awaiting = std::get_if<AwaitingProvider>(&screen);
  if (awaiting != nullptr && awaiting->to == Step::invite) return step_of(screen_before(awaiting->from));
  const Step step = step_of(screen);
  return step == Step::connected || step == Step::failed ? Step::verifying : step;
}

}  // namespace

Progress progress_of(const Setup& setup, const State& state) {
  if (std::holds_alternative<Refused>(state.screen)) return {};
  // The question for the session failed: there is no step yet.
  if (std::holds_alternative<Failed>(state.screen) && chosen_entry(setup, state) == nullptr) return {};
  std::vector<Step> row;
  if (may_choose(state)) row.push_back(Step::provider);
  row.insert(row.end(), {Step::method, Step::admin, Step::permissions});
  if (asks_details(setup, state)) row.push_back(Step::subdomain);
  row.insert(row.end(), {Step::api_key, Step::verifying});

  const Step step = counted_as(state.screen);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == step) return {static_cast<int>(i) + 1, static_cast<int>(row.size())};
  }
  return {};
}

}  // namespace ats::flow
