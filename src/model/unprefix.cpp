#include "model/unprefix.hpp"

#include <cstddef>

#include "model/char_set.hpp"
#include "model/unquote.hpp"
#include "model/utf8.hpp"

namespace ats::model {
namespace {

std::string_view up_to_quote_or_space(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = first_code_point(text, at);
    if (is_space(point.value) || is_quote(point.value)) break;
    at += point.size;
  }
  return text.substr(0, at);
}

/// What follows `Bearer` in a curl command; the whole text if it is none.
std::string_view key_of_curl(std::string_view text) {
  if (!starts_with_word(text, "curl")) return text;
  const std::size_t bearer = find_word(text, "bearer ");
  if (bearer == std::string_view::npos) return text;
  return up_to_quote_or_space(trim_start(text.substr(bearer + 7)));
}

std::string_view after_word(std::string_view text, std::string_view word) {
  return starts_with_word(text, word) ? text.substr(word.size()) : text;
}

/// A line break may have stood after `Bearer`, so the space is not asked for where the word is spelt as
/// usual.
std::string_view after_bearer(std::string_view text) {
  if (text.substr(0, 6) == "Bearer") return text.substr(6);
  const std::string_view rest = after_word(text, "bearer");
  return trim_start(rest).size() < rest.size() ? rest : text;
}

/// `WORKABLE_API_KEY=abc` gives `abc`. The `=` at the end of a key is padding, not an assignment.
std::string_view after_name(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (is_upper(text[at]) || text[at] == '_' || (at > 0 && is_digit(text[at])))) ++at;
  if (at == 0 || at == text.size() || text[at] != '=') return text;
  const std::string_view value = text.substr(at + 1);
  return value.find_first_not_of('=') == std::string_view::npos ? text : value;
}

std::string_view without_separator(std::string_view text) {
  while (!text.empty() && (text.back() == ';' || text.back() == ',')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view unprefix(std::string_view text) {
  using Step = std::string_view (*)(std::string_view);
  constexpr Step steps[] = {
      without_separator,
      key_of_curl,
      [](std::string_view rest) { return after_word(rest, "authorization:"); },
      after_bearer,
      [](std::string_view rest) { return after_word(rest, "token token="); },
      [](std::string_view rest) { return after_word(rest, "token="); },
      after_name,
  };
  for (std::size_t i = 0; i < std::size(steps); ++i) {
    const std::string_view rest = trim_ends(steps[i](text));
    if (rest.empty() || rest.size() == text.size()) continue;
    text = rest;
    i = static_cast<std::size_t>(-1);  // From the first step again: prefixes stand in any order.
  }
  return text;
}

}  // namespace ats::model
