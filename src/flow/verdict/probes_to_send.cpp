#include "flow/verdict/probes_to_send.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "base/contains.hpp"
#include "flow/verdict/evidence.hpp"

namespace ats::flow {
namespace {

// An ATS may let a key ask no more than ten times in ten seconds, and others may use the same budget.
constexpr std::size_t most_probes = 3;

using Ids = std::vector<std::string>;

void add(Ids& chosen, const std::string& probe) {
  if (!probe.empty() && !base::contains(chosen, probe) && chosen.size() < most_probes)
    chosen.push_back(probe);
}

void add_proofs(Ids& chosen, const model::Provider& provider, const Ids& scopes) {
  for (const std::string& id : scopes) {
    if (const model::Scope* scope = provider.scope(id)) add(chosen, scope->probe);
  }
}

/// When no scope that is wanted can be proved, the key itself is still worth a check.
void add_stand_ins(Ids& chosen, const model::Provider& provider) {
  for (const model::Scope& scope : provider.scopes) {
    if (scope.minimum) add(chosen, scope.probe);
  }
  if (!chosen.empty()) return;
  for (const model::Probe& probe : provider.probes) {
    if (!only_explains(provider, probe)) add(chosen, probe.id);
  }
}

}  // namespace

std::vector<std::string> probes_to_send(const model::Provider& provider, const Wanted& wanted) {
  Ids chosen;
  add_proofs(chosen, provider, wanted.required);
  add_proofs(chosen, provider, wanted.optional);
  if (chosen.empty()) add_stand_ins(chosen, provider);
  Ids ordered;
  for (const model::Probe& probe : provider.probes) {
    if (base::contains(chosen, probe.id)) ordered.push_back(probe.id);
  }
  for (const model::Probe& probe : provider.probes) {
    if (only_explains(provider, probe)) add(ordered, probe.id);
  }
  return ordered;
}

}  // namespace ats::flow
