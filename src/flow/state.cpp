#include "flow/state.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/contains.hpp"
#include "model/clean.hpp"

namespace ats::flow {
namespace {

bool lists(const std::vector<std::string>& allowed, const std::string& id) {
  return allowed.empty() || base::contains(allowed, id);
}

// Host scopes are ids of one ATS: those that another one does not know are not asked of it.
std::vector<std::string> known(const model::Provider& provider, const std::vector<std::string>& asked,
                               const std::vector<std::string>& without) {
  std::vector<std::string> result;
  for (const std::string& id : asked) {
    if (provider.scope(id) != nullptr && !base::contains(without, id) && !base::contains(result, id))
      result.push_back(id);
  }
  return result;
}

}  // namespace

std::string_view name_of(ExitReason reason) {
  static constexpr std::array<std::string_view, 6> names{"user_closed", "escape",        "backdrop",
                                                         "host",        "invited_admin", "error"};
  static_assert(names.size() == static_cast<std::size_t>(ExitReason::error) + 1);
  return names[static_cast<std::size_t>(reason)];
}

bool may_choose(const State& state) { return state.config.provider.empty(); }

bool may_request(const Setup& setup) { return !setup.hosted; }

const std::vector<std::string>& provider_order(const Setup& setup, const State& state) {
  return state.config.providers.empty() ? setup.page.providers : state.config.providers;
}

std::vector<const model::ProviderEntry*> allowed_providers(const Setup& setup, const State& state) {
  std::vector<const model::ProviderEntry*> allowed;
  const std::vector<std::string>& order = provider_order(setup, state);
  for (const std::string& id : order) {
    const model::ProviderEntry* entry = model::find_provider(setup.catalogue, id);
    if (entry != nullptr && lists(setup.page.providers, id) && !base::contains(allowed, entry))
      allowed.push_back(entry);
  }
  // Nobody chose among them: all of the list, as it is.
  if (order.empty()) {
    for (const model::ProviderEntry& entry : setup.catalogue) allowed.push_back(&entry);
  }
  return allowed;
}

const model::ProviderEntry* chosen_entry(const Setup& setup, const State& state) {
  return state.draft.provider.empty() ? nullptr : model::find_provider(setup.catalogue, state.draft.provider);
}

const model::Provider* chosen_provider(const Setup& setup, const State& state) {
  const auto found = setup.details.find(state.draft.provider);
  return found == setup.details.end() ? nullptr : &found->second;
}

bool asks_details(const Setup& setup, const State& state) {
  const model::Provider* provider = chosen_provider(setup, state);
  if (provider != nullptr) return !provider->detail_fields().empty();
  const model::ProviderEntry* entry = chosen_entry(setup, state);
  return entry == nullptr || !entry->asks.empty();
}

Wanted wanted_scopes(const model::Provider& provider, const model::HostConfig& config) {
  Wanted wanted;
  wanted.required = known(provider, config.required_scopes, {});
  wanted.optional = known(provider, config.optional_scopes, wanted.required);
  if (!wanted.required.empty() || !wanted.optional.empty()) return wanted;
  for (const model::Scope& scope : provider.scopes) {
    if (scope.minimum) wanted.required.push_back(scope.id);
  }
  return wanted;
}

bool typed_something(const Setup& setup, const State& state) {
  if (state.succeeded) return false;
  if (!state.draft.secrets.empty()) return true;
  const model::Provider* provider = chosen_provider(setup, state);
  const model::Field* address = provider == nullptr ? nullptr : provider->address_field();
  return std::any_of(state.draft.fields.begin(), state.draft.fields.end(), [&](const auto& field) {
    const auto& [id, value] = field;
    const bool prefilled = address != nullptr && id == address->id && value == state.config.prefill_subdomain;
    return !value.empty() && !prefilled;
  });
}

const std::string& brand_name(const Setup& setup, const State& state) {
  return state.config.brand_name.empty() ? setup.page.brand_name : state.config.brand_name;
}

std::map<std::string, std::string> clean_fields(const model::Provider& provider, const Draft& draft) {
  std::map<std::string, std::string> cleaned;
  for (const model::Field* field : provider.detail_fields()) {
    const auto typed = draft.fields.find(field->id);
    if (typed == draft.fields.end()) continue;
    std::string value = model::clean_text(typed->second, field->clean);
    if (!value.empty()) cleaned.emplace(field->id, std::move(value));
  }
  return cleaned;
}

}  // namespace ats::flow
