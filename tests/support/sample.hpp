#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What ./test takes of a wide net: a part that its seed chooses, or all of it under --deep (as sample.ts
/// does).
namespace ats::test {

/// True under `./test --deep`: nothing is left out.
[[nodiscard]] bool deep();
/// 1 to 4,294,967,295. `./test` prints it and takes it back as `--seed N`; a program run by itself has 1.
[[nodiscard]] std::uint32_t seed();
/// For INFO: what repeats the run.
[[nodiscard]] std::string seed_in_words();

/// Numbers that are the same for the same seed and salt, in TypeScript too. The salt keeps two nets from
/// choosing alike. Mulberry32 over FNV-1a of the salt.
class RandomNumbers {
 public:
  explicit RandomNumbers(std::string_view salt, std::uint32_t start = seed());
  /// From 0 up to 1.
  [[nodiscard]] double next();
  [[nodiscard]] std::size_t below(std::size_t limit);

 private:
  std::uint32_t state_;
};

/// `count` of the numbers below `all` in their order, chosen by the seed; all of them under `--deep`.
[[nodiscard]] std::vector<std::size_t> sample_of(std::size_t all, std::size_t count, std::string_view salt);
/// How many random tries: `all` of them under `--deep`.
[[nodiscard]] inline int tries(int all, int fewer) { return deep() ? all : fewer; }

}  // namespace ats::test
