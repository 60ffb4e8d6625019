#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace ats::base {

/// Whether a list of names or ids has this one.
[[nodiscard]] inline bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace ats::base
