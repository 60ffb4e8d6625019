#include "model/text_shapes.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "model/address.hpp"
#include "model/char_set.hpp"

namespace ats::model {
namespace {

constexpr std::string_view key_characters = "A-Za-z0-9._~+/=-";
constexpr std::size_t shortest_key = 30, shortest_token = 16, longest_word = 40;

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
auto count(std::string_view text, char character) { return std::count(text.begin(), text.end(), character); }

template <class Test>
bool any(std::string_view text, Test test) {
  return std::any_of(text.begin(), text.end(), test);
}
template <class Test>
bool all(std::string_view text, Test test) {
  return std::all_of(text.begin(), text.end(), test);
}

/// `acme.example` and `.acme.example/path`, but not `a.b` or `1.2`.
bool is_host_name(std::string_view text) {
  std::string_view host = text.substr(0, text.find_first_of("/?#:"));
  if (host.substr(0, 1) == ".") host.remove_prefix(1);
  if (!all(host, [](char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '_' || c == '.'; }))
    return false;
  const std::vector<std::string_view> labels = labels_of(host);
  for (const std::string_view label : labels) {
    if (label.empty()) return false;
  }
  const std::string_view last = labels.back();
  const bool enough = labels.size() > 1 || text.substr(0, 1) == ".";
  return enough && last.size() >= 2 && last.size() <= 6 && all(last, is_lower);
}

}  // namespace

bool is_email(std::string_view text) {
  return count(text, '@') == 1 && text.front() != '@' && text.back() != '@' && !holds(text, "/");
}

bool is_punycode(std::string_view text) {
  const Address address = take_apart(text);
  for (const std::string_view label : labels_of(address.host)) {
    if (label.substr(0, 4) == "xn--") return true;
  }
  return false;
}

/// A long address such as apply.workable.com/acme/j/ABCDEF1234 has the characters of a key too.
bool is_key(std::string_view text) {
  return text.size() >= shortest_key && all(text, [](char c) { return in_set(key_characters, c); }) &&
         any(text, is_letter) && any(text, is_digit) && (any(text, is_upper) || !holds(text, "-")) &&
         !is_host_name(to_lower(text));
}

bool holds_token(std::string_view text) {
  std::size_t size = 0;
  bool digit = false;
  for (const char character : text) {
    const bool inside = in_set(key_characters, character);
    size = inside ? size + 1 : 0;
    digit = inside && (digit || is_digit(character));
    if (digit && size >= shortest_token) return true;
  }
  return false;
}

bool is_token(std::string_view text) {
  return holds_token(text) && all(text, [](char c) { return in_set(key_characters, c); });
}

bool may_be_key(std::string_view text) {
  if (holds_token(text)) return true;
  std::size_t size = 0, capitals = 0;
  char before = ' ';
  for (const char character : text) {
    if (!in_set(key_characters, character))
      size = capitals = 0;
    else
      ++size;
    // Names have a capital inside now and then, `SmartRecruiters`, but not every few letters.
    if (size > 1 && is_upper(character) && !is_upper(before)) ++capitals;
    if (size >= longest_word || (size >= shortest_token && capitals >= 3)) return true;
    before = character;
  }
  return false;
}

bool is_masked(std::string_view text) {
  return holds(text, "...") || holds(text, "\u2026") || holds(text, "\u2022") || holds(text, "*");
}

bool is_jwt(std::string_view text) { return text.substr(0, 3) == "eyJ" && count(text, '.') == 2; }

bool is_uuid(std::string_view text) {
  constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == '-' ? text[i] != '-' : !is_hex(text[i])) return false;
  }
  return true;
}

bool is_url(std::string_view text) { return holds(text, "://") || is_host_name(text); }

}  // namespace ats::model
