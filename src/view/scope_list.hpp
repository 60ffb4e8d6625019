#pragma once

#include <string>
#include <vector>

#include "view/page.hpp"

namespace ats::view {

/// A wanted scope with its words; one that the provider file does not know stands for itself.
struct ScopeWords {
  std::string id, means;
  bool write = false, required = false;
};

/// Required ones first. Empty while no provider is chosen.
[[nodiscard]] std::vector<ScopeWords> wanted_scopes(const Page& page);
/// `r_jobs, r_candidates`
[[nodiscard]] std::string wanted_scope_ids(const Page& page);
[[nodiscard]] std::string means_of(const Page& page, const std::string& scope_id);

}  // namespace ats::view
