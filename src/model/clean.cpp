#include "model/clean.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.hpp"
#include "model/char_set.hpp"
#include "model/paste.hpp"
#include "model/utf8.hpp"

namespace ats::model {
namespace {

// More than this is no field's value; it is left as it is and refused for its length.
constexpr std::size_t longest_cleaned = std::size_t{16} * 1024;

// Every step works in the one buffer and overwrites what it cuts off, so a key leaves no copies of itself.

void cut(std::string& text, std::size_t size) {
  base::wipe_bytes(text.data() + size, text.size() - size);
  text.resize(size);
}

/// Keeps `part`, which is a piece of `text` itself.
void keep(std::string& text, std::string_view part) {
  const auto start = static_cast<std::size_t>(part.data() - text.data());
  for (std::size_t i = 0; i < part.size(); ++i) text[i] = text[start + i];
  cut(text, part.size());
}

void trim(std::string& text) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = first_code_point(text, at);
    const std::size_t next = at + point.size;
    if (is_invisible(point.value)) {
      at = next;
    } else {
      while (at < next) text[kept++] = text[at++];
    }
  }
  cut(text, kept);
  keep(text, trim_ends(text));
}

void fold_width(std::string& text) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = first_code_point(text, at);
    const std::size_t next = at + point.size;
    if (point.value == 0x3000 || point.value == 0x3002) {
      text[kept++] = point.value == 0x3000 ? ' ' : '.';
      at = next;
    } else if (point.value >= 0xFF01 && point.value <= 0xFF5E) {
      text[kept++] = static_cast<char>(point.value - 0xFF01 + '!');
      at = next;
    } else {
      while (at < next) text[kept++] = text[at++];
    }
  }
  cut(text, kept);
}

/// Drops every run of white space that holds a line break.
void unwrap(std::string& text) {
  std::size_t kept = 0;
  std::size_t run = 0;  // Where the white space began that was kept last.
  bool in_run = false;
  bool breaks = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = first_code_point(text, at);
    const std::size_t next = at + point.size;
    if (is_space(point.value)) {
      if (!in_run) {
        run = kept;
        breaks = false;
      }
      in_run = true;
      breaks = breaks || is_line_break(point.value);
    } else {
      if (in_run && breaks) kept = run;
      in_run = false;
    }
    while (at < next) text[kept++] = text[at++];
  }
  cut(text, in_run && breaks ? run : kept);
}

void apply(Clean step, std::string& text) {
  switch (step) {
    case Clean::trim:
      return trim(text);
    case Clean::lower:
      for (char& character : text) character = to_lower(character);
      return;
    case Clean::width:
      return fold_width(text);
    case Clean::unquote:
      return keep(text, unquote(text));
    case Clean::unwrap:
      return unwrap(text);
    case Clean::unprefix:
      return keep(text, unprefix(text));
  }
}

}  // namespace

std::string clean_text(std::string_view typed, const std::vector<Clean>& steps) {
  std::string text(typed);
  if (typed.size() > longest_cleaned) return text;
  // Again until nothing goes: a quote may hold a prefix that holds a quote. Only `lower` keeps the size, and
  // it enables no other step.
  for (std::size_t before = text.size() + 1; text.size() < before;) {
    before = text.size();
    for (const Clean step : steps) apply(step, text);
  }
  return text;
}

}  // namespace ats::model
