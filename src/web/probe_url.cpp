#include "web/probe_url.hpp"

namespace ats::web {

namespace {

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

void append_percent_encoded(std::string& target, std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  for (const char c : text) {
    if (unreserved(c)) {
      target += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    target += '%';
    target += digits[byte >> 4];
    target += digits[byte & 15];
  }
}

std::string probe_url(std::string_view relay, const flow::SendProbe& probe) {
  std::string url(relay);
  url += "/v1/";
  append_percent_encoded(url, probe.provider);
  url += '/';
  append_percent_encoded(url, probe.probe);
  char before = '?';
  for (const auto& [field, value] : probe.fields) {
    url += before;
    append_percent_encoded(url, field);
    url += '=';
    append_percent_encoded(url, value);
    before = '&';
  }
  return url;
}

}  // namespace ats::web
