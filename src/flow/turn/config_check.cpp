#include "flow/turn/config_check.hpp"

#include <algorithm>

namespace ats::flow {
namespace {

using Providers = std::vector<const model::ProviderEntry*>;

bool allows(const Providers& providers, const std::string& id) {
  return std::any_of(providers.begin(), providers.end(),
                     [&](const model::ProviderEntry* provider) { return provider->id == id; });
}

/// Every scope is one that the chosen ATS has or, while none is chosen, that some allowed ATS has.
bool all_known(const std::vector<std::string>& scopes, const Providers& providers,
               const std::string& chosen) {
  return std::all_of(scopes.begin(), scopes.end(), [&](const std::string& scope) {
    return std::any_of(providers.begin(), providers.end(), [&](const model::ProviderEntry* provider) {
      return (chosen.empty() || provider->id == chosen) && provider->has_scope(scope);
    });
  });
}

}  // namespace

std::string wrong_member(const Setup& setup, const State& state) {
  const model::HostConfig& config = state.config;
  const Providers allowed = allowed_providers(setup, state);
  if (allowed.empty()) return "providers";
  // There is nothing to reconnect where nobody says which.
  const bool unnamed = config.mode == model::Mode::relink && config.provider.empty();
  if (unnamed || (!config.provider.empty() && !allows(allowed, config.provider))) return "provider";
  if (!state.draft.provider.empty() && !allows(allowed, state.draft.provider)) return "providers";
  if (!all_known(config.required_scopes, allowed, config.provider)) return "scopes.required";
  if (!all_known(config.optional_scopes, allowed, config.provider)) return "scopes.optional";

  const bool posts = setup.page.handover == model::HandoverMode::post;
  const bool needs_state = posts || setup.hosted || setup.page.verify == model::VerifyMode::backend;
  if (needs_state && config.state.empty()) return "state";
  // Without a host page nobody would be there to take the token.
  if (setup.hosted && !posts) return "handover.mode";
  return {};
}

model::LinkError config_error(std::string member) {
  model::LinkError error;
  error.code = model::ErrorCode::config_invalid;
  error.detail = std::move(member);
  return error;
}

}  // namespace ats::flow
