#include "support/provider_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "codec/provider.hpp"

namespace ats::test {

std::string file_text(const std::string& path) {
  std::ifstream file(std::string(ATS_SOURCE_DIR) + "/" + path, std::ios::binary);
  INFO(path);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

model::Provider provider_file(const std::string& id) {
  const auto read = codec::read_provider(file_text("providers/" + id + ".json"));
  INFO(id << ": " << (read ? "" : read.error()->field + " should be " + read.error()->expected));
  REQUIRE(read.ok());
  return *read.value();
}

}  // namespace ats::test
