#pragma once

#include <string>
#include <vector>

#include "view/view_model.hpp"

namespace ats::test {

/// The ATS of providers/ that are connected by a key.
[[nodiscard]] const std::vector<std::string>& keyed_providers();
/// What is said where the key of one is entered, in the language as far as it has been translated.
[[nodiscard]] view::ViewModel key_view(const std::string& provider, const std::string& language);

}  // namespace ats::test
