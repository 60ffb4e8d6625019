#include "support/gallery_words.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>

#include "support/gallery.hpp"
#include "support/provider_file.hpp"

namespace ats::test {
namespace {

const std::map<char, const char*>& marked_letters() {
  static const std::map<char, const char*> letters{{'a', "á"}, {'c', "ç"}, {'e', "é"}, {'i', "í"}, {'n', "ñ"},
                                                   {'o', "ö"}, {'s', "š"}, {'u', "ü"}, {'y', "ý"}, {'A', "Å"},
                                                   {'C', "Ç"}, {'E', "É"}, {'I', "Î"}, {'N', "Ñ"}, {'O', "Ö"},
                                                   {'S', "Š"}, {'U', "Û"}};
  return letters;
}

/// UTF-16 units, as JavaScript counts; our sentences hold nothing beyond them.
std::size_t length_of(const std::string& text) {
  std::size_t length = 0;
  for (const char c : text) length += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return length;
}

view::Messages read_words(const std::string& language) {
  const bool made = language == pseudo_language;
  const auto parsed =
      nlohmann::json::parse(file_text("locales/" + (made ? "en" : language) + ".json"), nullptr, false);
  REQUIRE(parsed.is_object());
  view::Messages words;
  words.text = parsed.get<std::map<std::string, std::string>>();
  if (made) {
    for (auto& [key, text] : words.text) text = pseudo(text);
  }
  for (int count = 0; count <= 100; ++count) words.plurals[std::to_string(count)] = "other";
  for (const auto& [count, category] : gallery_file()["plurals"][language].items())
    words.plurals[count] = category.get<std::string>();
  return words;
}

}  // namespace

std::string pseudo(const std::string& text) {
  static const std::vector<std::string> filler{" ", "ò", "ñ", "é", " ", "ţ", "ŵ",
                                               "ö", " ", "ţ", "ĥ", "ŕ", "é", "é"};
  std::string made = "[";
  bool hole = false;
  for (const char c : text) {
    hole = c == '{' || (hole && c != '}');
    const auto marked = marked_letters().find(c);
    made += !hole && marked != marked_letters().end() ? marked->second : std::string(1, c);
  }
  // 70 % of short texts, 40 % of others, rounded up.
  const std::size_t length = length_of(text), room = (length * (length < 20 ? 7 : 4) + 9) / 10;
  for (std::size_t i = 0; i < room; ++i) made += filler[i % filler.size()];
  return made + "]";
}

const nlohmann::json& gallery_file() {
  static const auto parsed = nlohmann::json::parse(file_text("tests/fixtures/gallery.json"), nullptr, false);
  REQUIRE(parsed.is_object());
  return parsed;
}

const view::Messages& gallery_words(const std::string& language) {
  static std::map<std::string, view::Messages> read;
  auto found = read.find(language);
  if (found == read.end()) found = read.emplace(language, read_words(language)).first;
  return found->second;
}

const std::vector<std::string>& gallery_languages() {
  static const std::vector<std::string> languages = [] {
    std::vector<std::string> made;
    for (const auto& [language, plurals] : gallery_file()["plurals"].items()) made.push_back(language);
    return made;
  }();
  return languages;
}

const std::vector<std::string>& painted_languages() {
  static const std::vector<std::string> languages = [] {
    std::vector<std::string> made = gallery_languages();
    std::erase(made, "ar");
    return made;
  }();
  return languages;
}

}  // namespace ats::test
