#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace ats::test {

/// The strings of tests/fixtures/label_strings.json, made as tests/relay/label_strings.ts makes them.
[[nodiscard]] std::vector<std::string> label_strings();
/// One thousand of them.
[[nodiscard]] std::vector<std::string> block_of(const std::vector<std::string>& labels, std::size_t block);
/// `accepted:digest` of each thousand strings, as the file has them from TypeScript.
[[nodiscard]] std::vector<std::string> expected_label_blocks();
/// The same of these strings and this judge.
[[nodiscard]] std::vector<std::string> label_blocks(const std::vector<std::string>& labels,
                                                    const std::function<bool(const std::string&)>& accepts);
/// The values of tests/fixtures/hostile_labels.json.
[[nodiscard]] std::vector<std::string> hostile_labels();

}  // namespace ats::test
