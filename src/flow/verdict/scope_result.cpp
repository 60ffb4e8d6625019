#include "flow/verdict/scope_result.hpp"

#include <algorithm>

#include "base/contains.hpp"

namespace ats::flow {
namespace {

const Witness* witness_of(const Evidence& evidence, const model::Scope& scope) {
  const auto found = std::find_if(evidence.witnesses.begin(), evidence.witnesses.end(),
                                  [&](const Witness& witness) { return witness.probe == scope.probe; });
  return found == evidence.witnesses.end() ? nullptr : &*found;
}

}  // namespace

model::ScopeResult scope_result(const model::Provider& provider, const Wanted& wanted,
                                const Evidence& evidence) {
  model::ScopeResult result;
  std::vector<std::string> ids = wanted.required;
  ids.insert(ids.end(), wanted.optional.begin(), wanted.optional.end());
  std::vector<std::string> seen;
  for (const std::string& id : ids) {
    if (base::contains(seen, id)) continue;
    seen.push_back(id);
    const model::Scope* scope = provider.scope(id);
    const Witness* witness = scope == nullptr ? nullptr : witness_of(evidence, *scope);
    if (witness != nullptr && witness->seen == Seen::ok) {
      result.granted.push_back(id);
    } else if (witness != nullptr && lacks_scope(provider, *witness->reply)) {
      result.missing.push_back(id);
    } else {
      result.unverified.push_back(id);
    }
  }
  return result;
}

std::vector<std::string> unasked_scopes(const model::Provider& provider, const Wanted& wanted,
                                        const Evidence& evidence) {
  std::vector<std::string> unasked;
  for (const model::Scope& scope : provider.scopes) {
    const Witness* witness = witness_of(evidence, scope);
    if (witness == nullptr || witness->seen != Seen::ok) continue;
    if (!base::contains(wanted.required, scope.id) && !base::contains(wanted.optional, scope.id))
      unasked.push_back(scope.id);
  }
  return unasked;
}

std::vector<std::string> missing_of(const model::ScopeResult& result,
                                    const std::vector<std::string>& scopes) {
  std::vector<std::string> missing;
  for (const std::string& id : result.missing) {
    if (base::contains(scopes, id)) missing.push_back(id);
  }
  return missing;
}

std::vector<std::string> refused_scopes(const model::Provider& provider, const Evidence& evidence) {
  std::vector<std::string> refused;
  for (const model::Scope& scope : provider.scopes) {
    const Witness* witness = witness_of(evidence, scope);
    if (witness != nullptr && lacks_scope(provider, *witness->reply)) refused.push_back(scope.id);
  }
  return refused;
}

}  // namespace ats::flow
