#include "flow/verdict/key_echo.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

namespace ats::flow {
namespace {

constexpr std::size_t longest_run = 8;
/// Longer texts are cut when they are read (codec), so this only bounds the work.
constexpr std::size_t longest_text = 4096;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

int digit(char c) {
  c = lower(c);
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

/// One way to write a secret. Its room is known before, so no copy is left behind; overwritten when it goes.
class Form {
 public:
  explicit Form(std::size_t room) { text_.reserve(room); }
  ~Form() { base::wipe_bytes(text_.data(), text_.size()); }
  Form(const Form&) = delete;
  Form& operator=(const Form&) = delete;

  /// Letters and digits alone, in lower case: what is left of a key however it is split.
  void put(char c) {
    c = lower(c);
    if (plain(c)) text_ += c;
  }
  [[nodiscard]] bool shares(std::string_view text, std::size_t run) const {
    const std::string_view form = text_;
    run = std::min(run, form.size());
    for (std::size_t i = 0; i + run <= form.size(); ++i) {
      if (text.find(form.substr(i, run)) != std::string_view::npos) return true;
    }
    return false;
  }

 private:
  std::string text_;
};

void put_hex(Form& form, std::string_view bytes) {
  for (const char c : bytes) {
    form.put("0123456789abcdef"[static_cast<unsigned char>(c) >> 4]);
    form.put("0123456789abcdef"[c & 15]);
  }
}

/// The characters of base64 that depend on the bytes alone, where they begin at the byte `at` of a group.
void put_base64(Form& form, std::string_view bytes, std::size_t at) {
  constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  unsigned word = 0;
  std::size_t bits = 0;
  std::size_t skip = at == 0 ? 0 : 6 - 8 * at % 6;  // The rest of the character that is not theirs alone.
  for (const char c : bytes) {
    word = (word << 8 | static_cast<unsigned char>(c)) & 0xFFFF;
    bits += 8;
    if (skip != 0) {
      bits -= skip;
      skip = 0;
    }
    for (; bits >= 6; bits -= 6) form.put(digits[word >> (bits - 6) & 63]);
  }
}

std::string skeleton(std::string_view text, bool without_tags) {
  std::string left;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (without_tags && text[i] == '<') {
      const std::size_t end = text.find('>', i);
      if (end != std::string_view::npos) i = end;
    }
    if (const char c = lower(text[i]); plain(c)) left += c;
  }
  return left;
}

/// Full-width forms (U+FF01 to U+FF5E) as the ASCII that they stand for.
std::string narrow(std::string_view text) {
  std::string left;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t at) {
      return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    if (byte(i) == 0xEF && (byte(i + 1) == 0xBC || byte(i + 1) == 0xBD)) {
      left += static_cast<char>(byte(i + 2) - (byte(i + 1) == 0xBC ? 0x60 : 0x20));
      i += 2;
    } else {
      left += text[i];
    }
  }
  return left;
}

struct Escape {
  std::string_view start;
  int base;
  std::size_t least, most;
};
constexpr Escape escapes[] = {{"%", 16, 2, 2},   {"=", 16, 2, 2},  {"&#x", 16, 1, 6},
                              {"&#X", 16, 1, 6}, {"&#", 10, 1, 7}, {"\\u", 16, 4, 4},
                              {"\\x", 16, 2, 2}, {"0x", 16, 2, 2}, {"0X", 16, 2, 2}};

/// One layer of percent-encoding, numeric entities and escapes taken off.
std::string unescape(std::string_view text) {
  std::string left;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = 0;
    int code = 0;
    for (const Escape& escape : escapes) {
      if (text.substr(i, escape.start.size()) != escape.start) continue;
      const std::size_t first = i + escape.start.size();
      std::size_t at = first;
      code = 0;
      for (; at < text.size() && at - first < escape.most && digit(text[at]) < escape.base; ++at)
        code = code * escape.base + digit(text[at]);
      if (at - first < escape.least) continue;
      end = escape.start.front() == '&' && at < text.size() && text[at] == ';' ? at + 1 : at;
      break;
    }
    if (end == 0) {
      left += text[i++];
      continue;
    }
    if (code < 128) left += static_cast<char>(code);
    i = end;
  }
  return left;
}

bool echoes(std::string_view seen, std::string_view secret) {
  const std::string bare = skeleton(seen, true);
  const std::string all[] = {skeleton(seen, false), bare, {bare.rbegin(), bare.rend()}};
  // 0: as it is; 1: in hexadecimal; then base64 at the three alignments.
  for (std::size_t way = 0; way < 5; ++way) {
    Form form(2 * secret.size() + 4);
    if (way == 0) {
      for (const char c : secret) form.put(c);
    } else if (way == 1) {
      put_hex(form, secret);
    } else {
      put_base64(form, secret, way - 2);
    }
    for (const std::string& each : all) {
      if (form.shares(each, way == 1 ? 2 * longest_run : longest_run)) return true;
    }
  }
  return false;
}

void drop(std::string& text, const Secrets& secrets) {
  if (echoes_secret(text, secrets)) text.clear();
}

}  // namespace

bool echoes_secret(std::string_view text, const Secrets& secrets) {
  if (text.empty()) return false;
  std::string seen = narrow(text.substr(0, longest_text));
  for (int layer = 0; layer < 3; ++layer) {
    for (const auto& [id, secret] : secrets) {
      if (!secret.empty() && echoes(seen, secret.reveal())) return true;
    }
    seen = unescape(seen);
  }
  return false;
}

void drop_echoes(Verdict& verdict, const Secrets& secrets) {
  if (auto* connection = std::get_if<model::Connection>(&verdict)) {
    if (!connection->account) return;
    model::Account& account = *connection->account;
    // A key may also be told in pieces, one in each text.
    if (echoes_secret(account.id + account.name, secrets) ||
        echoes_secret(account.name + account.id, secrets))
      account = {};
  } else if (auto* error = std::get_if<model::LinkError>(&verdict)) {
    drop(error->detail, secrets);
    drop(error->suggestion, secrets);
  }
}

}  // namespace ats::flow
