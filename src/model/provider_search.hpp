#pragma once

#include <string_view>
#include <vector>

#include "model/provider.hpp"

namespace ats::model {

/// Those of `providers` that somebody who typed `query` may mean, best first: names before aliases,
/// beginnings before what stands inside, the given order among equals. Case, spaces and punctuation do not
/// count. Only where nothing holds the query a slip of the fingers is allowed: one letter from four on, two
/// from eight on where one is not enough. A query without a letter or digit means nobody.
[[nodiscard]] std::vector<const ProviderEntry*> search(const std::vector<const ProviderEntry*>& providers,
                                                       std::string_view query);

}  // namespace ats::model
