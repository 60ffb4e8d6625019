#pragma once

#include <algorithm>
#include <vector>

namespace ats::base {

/// Whether a list, of ids or others, has this one.
template <class Entry, class Wanted>
[[nodiscard]] bool contains(const std::vector<Entry>& list, const Wanted& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

}  // namespace ats::base
