#include <cstddef>
#include <vector>

#include "view/page.hpp"

namespace ats::view {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The character at `start`, which may be several bytes of UTF-8.
std::string character_at(const std::string& text, std::size_t start) {
  std::size_t end = start + 1;
  while (end < text.size() && continues(text[end])) ++end;
  return text.substr(start, end - start);
}

std::string upper(std::string character) {
  if (character.size() == 1 && character[0] >= 'a' && character[0] <= 'z') {
    character[0] = static_cast<char>(character[0] - 'a' + 'A');
  }
  return character;
}

}  // namespace

std::string monogram(const std::string& name) {
  std::vector<std::size_t> words;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] != ' ' && (i == 0 || name[i - 1] == ' ')) words.push_back(i);
  }
  if (words.empty()) return {};
  const std::string first = character_at(name, words[0]);
  if (words.size() > 1) return upper(first) + upper(character_at(name, words[1]));
  const std::size_t second = words[0] + first.size();
  const bool alone = second >= name.size() || name[second] == ' ';
  return upper(first) + (alone ? std::string{} : character_at(name, second));
}

}  // namespace ats::view
