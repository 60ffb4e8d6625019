#pragma once

#include <cstddef>
#include <vector>

#include "flow/state.hpp"

namespace ats::flow {

/// Entries before the user searches or asks for all; with a search; and how many "View more" adds.
inline constexpr std::size_t first_view_limit = 4;
inline constexpr std::size_t found_limit = 10;
inline constexpr std::size_t page_limit = 50;

/// What the list of ATS shows, and of how many.
struct Picked {
  bool searches = false;  // Something other than blanks stands in the search.
  std::vector<const model::ProviderEntry*> shown;
  std::size_t found = 0;    // That match the search; without one, all that are allowed.
  std::size_t allowed = 0;  // By page and host.
};

/// The best matches of the search; without one the featured entries (the first ones where none is featured,
/// or where host or page give an order), or all once they were asked for, featured first. Never more than can
/// be looked through: the rest is asked for.
[[nodiscard]] Picked pick_providers(const Setup& setup, const State& state);

}  // namespace ats::flow
