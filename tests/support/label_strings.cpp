#include "support/label_strings.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "support/provider_file.hpp"

namespace ats::test {
namespace {

constexpr std::size_t block_size = 1000;
constexpr std::size_t block_count = 100;

nlohmann::json label_file(const std::string& name) {
  auto parsed = nlohmann::json::parse(file_text("tests/fixtures/" + name), nullptr, false);
  REQUIRE(parsed.is_structured());
  return parsed;
}

}  // namespace

std::vector<std::string> label_strings() {
  const auto parsed = label_file("label_strings.json");
  const auto pieces = parsed["pieces"].get<std::vector<std::string>>();
  auto state = parsed["seed"].get<std::uint64_t>();
  const auto next = [&state](std::uint64_t below) {
    state = state * 48271 % 2147483647;
    return static_cast<std::size_t>(state % below);
  };
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < block_size * block_count; ++i) {
    const std::size_t count = next(6);
    const std::size_t from = next(3) == 0 ? pieces.size() : 10;
    std::string label;
    for (std::size_t piece = 0; piece < count; ++piece) label += pieces[next(from)];
    labels.push_back(label);
  }
  return labels;
}

std::vector<std::string> block_of(const std::vector<std::string>& labels, std::size_t block) {
  const auto start = labels.begin() + static_cast<std::ptrdiff_t>(block * block_size);
  return {start, start + static_cast<std::ptrdiff_t>(block_size)};
}

std::vector<std::string> expected_label_blocks() {
  return label_file("label_strings.json")["blocks"].get<std::vector<std::string>>();
}

std::vector<std::string> label_blocks(const std::vector<std::string>& labels,
                                      const std::function<bool(const std::string&)>& accepts) {
  std::vector<std::string> blocks;
  for (std::size_t start = 0; start < labels.size(); start += block_size) {
    std::uint32_t hash = 0x811c9dc5;
    const auto add = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x01000193U; };
    int accepted = 0;
    for (std::size_t i = start; i < start + block_size && i < labels.size(); ++i) {
      const bool good = accepts(labels[i]);
      accepted += good ? 1 : 0;
      for (const char c : labels[i]) add(static_cast<unsigned char>(c));
      add(good ? 1 : 2);
    }
    char text[32];
    std::snprintf(text, sizeof text, "%d:%08x", accepted, static_cast<unsigned>(hash));
    blocks.emplace_back(text);
  }
  return blocks;
}

std::vector<std::string> hostile_labels() {
  std::vector<std::string> values;
  for (const auto& entry : label_file("hostile_labels.json"))
    values.push_back(entry["value"].get<std::string>());
  return values;
}

}  // namespace ats::test
