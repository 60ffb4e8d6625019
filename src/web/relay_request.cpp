#include "web/relay_request.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/percent.hpp"

namespace ats::web {

std::string probe_url(std::string_view relay, const flow::SendProbe& probe) {
  std::string url(relay);
  url += "/v1/";
  base::append_percent_encoded(url, probe.provider);
  url += '/';
  base::append_percent_encoded(url, probe.probe);
  char before = '?';
  for (const auto& [field, value] : probe.fields) {
    url += before;
    base::append_percent_encoded(url, field);
    url += '=';
    base::append_percent_encoded(url, value);
    before = '&';
  }
  return url;
}

namespace {

// Grows never: its room is known before, so no copy of a secret is left behind. Overwritten when it goes.
class Buffer {
 public:
  explicit Buffer(std::size_t room) : bytes_(std::make_unique<char[]>(room)), room_(room) {}
  ~Buffer() { base::wipe_bytes(bytes_.get(), room_); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  void put(char c) {
    if (size_ < room_) bytes_[size_++] = c;
  }
  void put(std::string_view text) {
    for (const char c : text) put(c);
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t room_, size_ = 0;
};

constexpr std::string_view scheme = "Bearer ";

void put_json_string(Buffer& target, std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  target.put('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      target.put('\\');
      target.put(c);
    } else if (byte < 0x20) {
      target.put("\\u00");
      target.put(digits[byte >> 4]);
      target.put(digits[byte & 15]);
    } else {
      target.put(c);
    }
  }
  target.put('"');
}

void put_base64url(Buffer& target, std::string_view bytes) {
  constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned word = 0;
    const std::size_t count = bytes.size() - i < 3 ? bytes.size() - i : 3;
    for (std::size_t k = 0; k < 3; ++k)
      word = word << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (std::size_t k = 0; k <= count; ++k) target.put(digits[(word >> (18 - 6 * k)) & 63]);
  }
}

bool fits_a_header(std::string_view value) {
  for (const char c : value) {
    if (c <= 0x20 || c >= 0x7F) return false;
  }
  return !value.empty();
}

}  // namespace

base::Secret authorization(const std::map<std::string, base::Secret>& secrets) {
  if (secrets.empty()) return {};
  if (secrets.size() == 1) {
    const std::string_view value = secrets.begin()->second.reveal();
    if (!fits_a_header(value)) return {};
    Buffer header(scheme.size() + value.size() + 1);
    header.put(scheme);
    header.put(value);
    header.put('\0');
    return base::Secret(header.view());
  }
  std::size_t room = 2;
  for (const auto& [id, secret] : secrets) room += 6 * (id.size() + secret.size()) + 6;
  Buffer json(room);
  char before = '{';
  for (const auto& [id, secret] : secrets) {
    json.put(before);
    put_json_string(json, id);
    json.put(':');
    put_json_string(json, secret.reveal());
    before = ',';
  }
  json.put('}');
  Buffer header(scheme.size() + json.view().size() * 4 / 3 + 5);
  header.put(scheme);
  put_base64url(header, json.view());
  header.put('\0');
  return base::Secret(header.view());
}

}  // namespace ats::web
