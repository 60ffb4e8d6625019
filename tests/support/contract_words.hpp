#pragma once

#include <set>
#include <string>

namespace ats::test {

/// The words that web/types/index.ts has for a type of the host's contract: `Step`, `ErrorCode`,
/// `ExitReason`, or the names of a `LinkEvent`. A failed check where it has none.
[[nodiscard]] const std::set<std::string>& contract_words(const std::string& type);

}  // namespace ats::test
