#pragma once

#include <cstddef>
#include <vector>

#include "flow/state.hpp"

namespace ats::view {

/// At most this many before the user searches or asks for all.
inline constexpr std::size_t first_view_limit = 4;

/// The entries to show: those that match the search, else all once they were asked for, else the featured
/// ones (the first ones where none is featured). Featured entries come first.
[[nodiscard]] std::vector<const model::Provider*> shown_providers(const flow::Setup& setup,
                                                                  const flow::State& state);

}  // namespace ats::view
