#include "model/paste.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "model/char_set.hpp"
#include "model/text_shapes.hpp"
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

bool is_quote(char32_t code_point) {
  for (const Pair& pair : quotes) {
    if (pair.open == code_point || pair.close == code_point) return true;
  }
  return false;
}

}  // namespace

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

namespace {

constexpr auto npos = std::string_view::npos;

bool holds_any(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != npos;
}

bool names_a_key(std::string_view text) {
  constexpr std::string_view names[] = {"key", "token", "secret", "bearer", "authorization"};
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return find_word(text, name) != npos; });
}

std::string_view up_to_quote_or_space(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = first_code_point(text, at);
    if (is_space(point.value) || is_quote(point.value)) break;
    at += point.size;
  }
  return text.substr(0, at);
}

/// `。`, `、` and full-width signs.
bool is_wide_mark(char32_t c) { return c == 0x3001 || c == 0x3002 || (c >= 0xFF01 && c <= 0xFF1F); }

/// What ends a sentence or a line of code. The dots of a shortened key stay: they tell that it is one.
std::string_view without_ending(std::string_view text) {
  text = text.substr(0, text.find_last_not_of(";,:!?\\^&|") + 1);
  if (text.size() > 1 && text.back() == '.' && text[text.size() - 2] != '.') text.remove_suffix(1);
  const CodePoint last = last_code_point(text);
  if (is_wide_mark(last.value)) text.remove_suffix(last.size);
  return text;
}

/// The mark of a list, a quoted mail or a prompt: `>`, `-`, `•`, `→`, `1.`; and the stars of what is bold.
std::string_view without_bullet(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const CodePoint mark = digits < text.size() ? first_code_point(text, digits) : CodePoint{};
  const bool sign = digits == 0 ? (mark.value >= 0x2010 && mark.value < 0x2C00) || mark.value == 0xB7 ||
                                      holds_any(text.substr(0, 1), ">-*$#|")
                                : digits < 3 && (mark.value == '.' || mark.value == ')');
  if (sign && text.substr(digits + mark.size, 1) == " ") return text.substr(digits + mark.size + 1);
  const std::size_t stars = text.find_first_not_of('*');
  if (stars == 0 || stars == npos) return text;
  const std::string_view bold = text.substr(stars, text.find_last_not_of('*') + 1 - stars);
  return bold.size() + 2 * stars == text.size() && is_token(bold) ? bold : text;
}

/// What follows `Bearer` in a command or in code of any kind; the whole text if it is none.
std::string_view key_of_command(std::string_view text) {
  const std::size_t bearer = find_word(text, "bearer");
  if (bearer == npos) return text;
  std::string_view rest = text.substr(bearer + 6);
  const std::size_t key = rest.find_first_not_of(" \t\\:=\"'`");
  if (key == 0 || key == npos) return text;
  rest.remove_prefix(key);
  const std::string_view word = up_to_quote_or_space(rest);
  if (starts_with_word(text, "curl")) return without_ending(word);
  // Two pieces of a key stay two, and are refused.
  const std::string_view next = up_to_quote_or_space(trim_start(rest.substr(word.size())));
  return is_token(without_ending(word)) && !is_token(next) ? without_ending(word) : text;
}

/// A line break may have stood after `Bearer`, so the space is not asked for where the word is spelt as
/// usual.
std::string_view after_bearer(std::string_view text) {
  if (text.substr(0, 6) == "Bearer") return text.substr(6);
  if (!starts_with_word(text, "bearer")) return text;
  const std::string_view rest = trim_start(text.substr(6));
  return rest.size() + 6 < text.size() ? rest : text;
}

/// A quote whose other half was not copied, or stood before a name that was cut off.
std::string_view without_half_quote(std::string_view text) {
  if (text.empty()) return text;
  const CodePoint first = first_code_point(text), last = last_code_point(text);
  const auto alone = [&](std::string_view quote) { return text.find(quote) == text.rfind(quote); };
  if (is_quote(last.value) && alone(text.substr(text.size() - last.size))) text.remove_suffix(last.size);
  if (is_quote(first.value) && alone(text.substr(0, first.size)) && !text.empty())
    text.remove_prefix(first.size);
  return text;
}

bool is_part_of_name(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

/// `api_key`, `"apiKey"`, `export TOKEN`: the last word is a name and not the beginning of a key.
bool is_assigned(std::string_view name, bool surely) {
  const std::size_t start = name.find_last_of(" $?&({") + 1;
  // What stands before the name is the key, and after it something else: `…&token_type=bearer`.
  if (holds_token(name.substr(0, start))) return false;
  name = unquote(name.substr(start));
  if (name.empty() || is_digit(name.front()) || !std::all_of(name.begin(), name.end(), is_part_of_name))
    return false;
  return surely || names_a_key(name) || std::none_of(name.begin(), name.end(), is_lower);
}

/// Words before a colon, which no key holds: `API key`, `-H "X-Api-Key`, `Clé d’API`.
bool is_label(std::string_view name, std::string_view value) {
  return !holds_any(name, "./@,=") && !is_token(name) && value.front() != '/' && holds_token(value);
}

/// `API key: abc`, `WORKABLE_API_KEY=abc`, `"token" => "abc"` give `abc`. The `=` at the end of a key is
/// padding, not an assignment.
std::string_view after_label(std::string_view text) {
  std::size_t at = 0;
  CodePoint mark;
  for (; at < text.size(); at += mark.size) {
    mark = first_code_point(text, at);
    if (mark.value == ':' || mark.value == '=' || mark.value == 0xFF1A || mark.value == 0xFF1D) break;
  }
  if (at == 0 || at == text.size()) return text;
  const std::string_view name = trim_end(text.substr(0, at)), rest = text.substr(at + mark.size);
  const std::size_t start = rest.find_first_not_of("=>*");
  if (start == npos) return text;
  std::string_view value = trim_start(rest.substr(start));
  if (name.empty() || value.empty()) return text;
  const bool colon = mark.value == ':' || mark.value == 0xFF1A;
  const bool surely = value.size() < rest.size() || is_quote(first_code_point(value).value);
  if (colon ? !is_label(name, value) : !is_assigned(name, surely)) return text;
  return value;
}

/// `my API key is abc`: words, one of them for a key, and at the end what can be one.
std::string_view after_words(std::string_view text) {
  const std::size_t space = text.find_last_of(' ');
  if (space == npos || !is_token(text.substr(space + 1))) return text;
  const std::string_view words = text.substr(0, space);
  return names_a_key(words) && std::none_of(words.begin(), words.end(), is_digit) ? text.substr(space + 1)
                                                                                  : text;
}

}  // namespace

std::string_view unprefix(std::string_view text) {
  constexpr std::string_view (*steps[])(std::string_view) = {
      without_ending, without_bullet,     key_of_command, after_bearer,
      after_label,    without_half_quote, after_words};
  for (std::size_t i = 0; i < std::size(steps); ++i) {
    const std::string_view rest = trim_ends(steps[i](text));
    if (rest.empty() || rest.size() == text.size()) continue;
    text = rest;
    i = static_cast<std::size_t>(-1);  // From the first step again: prefixes stand in any order.
  }
  return text;
}

}  // namespace ats::model
