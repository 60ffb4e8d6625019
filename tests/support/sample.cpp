#include "support/sample.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace ats::test {

bool deep() {
  const char* value = std::getenv("ATS_DEEP");
  return value != nullptr && std::string_view(value) == "1";
}

std::uint32_t seed() {
  const char* value = std::getenv("ATS_SEED");
  return value == nullptr ? 1 : static_cast<std::uint32_t>(std::strtoull(value, nullptr, 10));
}

std::string seed_in_words() { return "ATS_SEED=" + std::to_string(seed()) + (deep() ? ", ATS_DEEP=1" : ""); }

RandomNumbers::RandomNumbers(std::string_view salt, std::uint32_t start) : state_(start) {
  for (const char letter : salt) state_ = (state_ ^ static_cast<unsigned char>(letter)) * 0x01000193u;
}

double RandomNumbers::next() {
  state_ += 0x6d2b79f5u;
  std::uint32_t mixed = (state_ ^ (state_ >> 15)) * (state_ | 1);
  mixed ^= mixed + (mixed ^ (mixed >> 7)) * (mixed | 61);
  return static_cast<double>(mixed ^ (mixed >> 14)) / 4294967296.0;
}

std::size_t RandomNumbers::below(std::size_t limit) {
  return static_cast<std::size_t>(next() * static_cast<double>(limit));
}

std::vector<std::size_t> sample_of(std::size_t all, std::size_t count, std::string_view salt) {
  std::vector<std::size_t> left(all), chosen;
  std::iota(left.begin(), left.end(), std::size_t{0});
  if (deep() || count >= all) return left;
  RandomNumbers random(salt);
  while (chosen.size() < count) {
    const auto at = left.begin() + static_cast<std::ptrdiff_t>(random.below(left.size()));
    chosen.push_back(*at);
    left.erase(at);
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace ats::test
