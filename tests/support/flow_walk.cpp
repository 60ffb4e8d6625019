#include "support/flow_walk.hpp"

namespace ats::flow::sample {

Walk& Walk::comes_to_key(const model::HostConfig& config) {
  return does({Opened{config, std::nullopt}, ProviderChosen{"north"}, KeyMethodChosen{}, AdminConfirmed{},
               PermissionsAccepted{}, FieldEdited{"subdomain", "acme"}, DetailsSubmitted{},
               SecretTyped{"api_key", base::Secret(key)}});
}

Walk& Walk::submits(const model::HostConfig& config) { return comes_to_key(config).does(KeySubmitted{}); }

Walk& Walk::answers(const ProbeReply& jobs, const ProbeReply& candidates, const ProbeReply& accounts) {
  const Attempt now = state.attempts;
  return does({ProbeAnswered{now, "jobs", jobs}, ProbeAnswered{now, "candidates", candidates},
               ProbeAnswered{now, "accounts", accounts}});
}

Walk& Walk::verifies(const model::HostConfig& config) {
  return submits(config).answers(good_answer(), good_answer(), good_answer());
}

std::vector<HostEvent> Walk::told(const std::vector<Effect>& effects) {
  std::vector<HostEvent> names;
  for (const Effect& effect : effects) {
    if (const auto* told = effect_if<NotifyHost>(effect)) names.push_back(told->name);
  }
  return names;
}

}  // namespace ats::flow::sample
