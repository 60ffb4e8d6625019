#include "view/scope_list.hpp"

namespace ats::view {

std::string means_of(const Page& page, const std::string& scope_id) {
  const model::Scope* scope = page.provider != nullptr ? page.provider->scope(scope_id) : nullptr;
  return scope != nullptr ? scope->means : scope_id;
}

std::vector<ScopeWords> wanted_scopes(const Page& page) {
  std::vector<ScopeWords> all;
  if (page.provider == nullptr) return all;
  const flow::Wanted wanted = flow::wanted_scopes(*page.provider, page.state.config);
  for (const bool required : {true, false}) {
    for (const std::string& id : required ? wanted.required : wanted.optional) {
      const model::Scope* scope = page.provider->scope(id);
      all.push_back({id, means_of(page, id), scope != nullptr && scope->write, required});
    }
  }
  return all;
}

std::string wanted_scope_ids(const Page& page) {
  std::string ids;
  for (const ScopeWords& scope : wanted_scopes(page)) enlist(ids, scope.id);
  return ids;
}

}  // namespace ats::view
