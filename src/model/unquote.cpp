#include "model/unquote.hpp"

#include <array>

#include "model/char_set.hpp"
#include "model/utf8.hpp"

namespace ats::model {
namespace {

struct Pair {
  char32_t open, close;
};

// English, German, Swedish and French quotes, and Chinese and Japanese corner brackets.
constexpr std::array quotes = {
    Pair{'"', '"'},       Pair{'\'', '\''},     Pair{'`', '`'},       Pair{0x201C, 0x201D},
    Pair{0x201E, 0x201C}, Pair{0x201E, 0x201D}, Pair{0x201D, 0x201D}, Pair{0x2018, 0x2019},
    Pair{0x201A, 0x2018}, Pair{0x201A, 0x2019}, Pair{0x2019, 0x2019}, Pair{0xAB, 0xBB},
    Pair{0xBB, 0xAB},     Pair{0x2039, 0x203A}, Pair{0x203A, 0x2039}, Pair{0x300C, 0x300D},
    Pair{0x300E, 0x300F},
};
constexpr std::array brackets = {Pair{'<', '>'}, Pair{'{', '}'}, Pair{'[', ']'}, Pair{'(', ')'}};

bool is_pair(char32_t open, char32_t close) {
  for (const Pair& pair : quotes) {
    if (pair.open == open && pair.close == close) return true;
  }
  for (const Pair& pair : brackets) {
    if (pair.open == open && pair.close == close) return true;
  }
  return false;
}

}  // namespace

bool is_quote(char32_t code_point) {
  for (const Pair& pair : quotes) {
    if (pair.open == code_point || pair.close == code_point) return true;
  }
  return false;
}

std::string_view unquote(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = first_code_point(text);
    const CodePoint last = last_code_point(text);
    if (text.size() < first.size + last.size || !is_pair(first.value, last.value)) break;
    text.remove_prefix(first.size);
    text.remove_suffix(last.size);
    text = trim_ends(text);
  }
  return text;
}

}  // namespace ats::model
