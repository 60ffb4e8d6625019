#include "view/progress.hpp"

#include <vector>

namespace ats::view {
namespace {

/// The step whose place in the row a screen takes.
flow::Step counted_as(const flow::Screen& screen) {
  if (const auto* inviting = std::get_if<flow::Inviting>(&screen)) {
    return inviting->from == flow::Step::method ? flow::Step::method : flow::Step::admin;
  }
  const auto* awaiting = std::get_if<flow::AwaitingProvider>(&screen);
  // The help to ask somebody else is no step of its own.
  if (awaiting != nullptr && awaiting->to == flow::Step::invite)
    return awaiting->from.value_or(flow::Step::admin);
  const flow::Step step = flow::step_of(screen);
  return step == flow::Step::connected || step == flow::Step::failed ? flow::Step::verifying : step;
}

}  // namespace

Progress progress_of(const flow::Setup& setup, const flow::State& state) {
  if (std::holds_alternative<flow::Refused>(state.screen)) return {};
  // The question for the session failed: there is no step yet.
  if (std::holds_alternative<flow::Failed>(state.screen) && flow::chosen_entry(setup, state) == nullptr)
    return {};
  std::vector<flow::Step> row;
  if (state.config.provider.empty()) row.push_back(flow::Step::provider);
  row.insert(row.end(), {flow::Step::method, flow::Step::admin, flow::Step::permissions});
  const model::ProviderEntry* entry = flow::chosen_entry(setup, state);
  if (entry == nullptr || !entry->asks.empty()) row.push_back(flow::Step::subdomain);
  row.insert(row.end(), {flow::Step::api_key, flow::Step::verifying});

  const flow::Step step = counted_as(state.screen);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == step) return {static_cast<int>(i) + 1, static_cast<int>(row.size())};
  }
  return {};
}

}  // namespace ats::view
