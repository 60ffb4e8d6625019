#include "support/contract_words.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <regex>

#include "support/provider_file.hpp"

namespace ats::test {
namespace {

using Names = std::set<std::string>;

/// What stands in quotes behind `before`, in the declaration of a type up to the text that ends it.
Names quoted_in(const std::string& type, const std::string& end, const std::string& before) {
  static const std::string source = file_text("web/types/index.ts");
  const std::size_t begin = source.find("type " + type + " =");
  REQUIRE(begin != std::string::npos);
  const std::string declared = source.substr(begin, source.find(end, begin) - begin);
  const std::regex quoted(before + "\"(\\w+)\"");
  Names names;
  for (std::sregex_iterator it(declared.begin(), declared.end(), quoted), none; it != none; ++it)
    names.insert((*it)[1]);
  return names;
}

Names declared_words(const std::string& type) {
  if (type != "LinkEvent") return quoted_in(type, ";", "");
  Names names = quoted_in(type, "\n  );", "name: ");
  names.merge(quoted_in("PlainEventName", ";", ""));
  return names;
}

}  // namespace

const Names& contract_words(const std::string& type) {
  static std::map<std::string, Names> read;
  const auto [found, fresh] = read.try_emplace(type);
  if (fresh) found->second = declared_words(type);
  CHECK_FALSE(found->second.empty());
  return found->second;
}

}  // namespace ats::test
