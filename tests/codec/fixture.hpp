#pragma once

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "support/provider_file.hpp"

namespace ats::test {

/// tests/fixtures/codec/<name>.json, which the TypeScript tests may read as well.
[[nodiscard]] inline nlohmann::json fixture(const std::string& name) {
  const auto parsed =
      nlohmann::json::parse(file_text("tests/fixtures/codec/" + name + ".json"), nullptr, false);
  REQUIRE_FALSE(parsed.is_discarded());
  return parsed;
}

}  // namespace ats::test
