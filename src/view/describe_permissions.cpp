#include <utility>

#include "view/page.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

/// Whether there was anything to list.
bool list_scopes(Page& page, const std::vector<ScopeWords>& scopes, bool write) {
  std::vector<Item> items;
  for (const ScopeWords& scope : scopes) {
    if (scope.write != write) continue;
    const std::string detail =
        scope.required ? scope.id : page.say("permissions.optional", {{"scope", scope.id}});
    items.push_back({page.own(scope.means), detail, Mark::none});
  }
  if (items.empty()) return false;
  page.add(write ? "write" : "read", page.say(write ? "permissions.write" : "permissions.read"),
           List{std::move(items)});
  return true;
}

}  // namespace

void describe(Page& page, const flow::ReviewingPermissions&) {
  page.title("permissions");
  const std::vector<ScopeWords> scopes = wanted_scopes(page);
  list_scopes(page, scopes, false);
  if (!list_scopes(page, scopes, true)) page.text("read_only", "permissions.read_only");
  page.primary("form.next", flow::PermissionsAccepted{});
}

}  // namespace ats::view
