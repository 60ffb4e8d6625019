#include "model/address.hpp"

#include <algorithm>
#include <cstddef>

#include "model/char_set.hpp"

namespace ats::model {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view without_port(std::string_view authority) {
  std::size_t digits = authority.size();
  while (digits > 0 && is_digit(authority[digits - 1])) --digits;
  const bool port = digits > 0 && authority[digits - 1] == ':';
  return port ? authority.substr(0, digits - 1) : authority;
}

bool has_suffix(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

bool is_slash(char character) { return character == '/' || character == '\\'; }

/// How long `https://` is, also where a slash or the colon is missing or too many: `https:/`, `http//`.
std::size_t scheme_size(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (is_letter(text[at]) || text[at] == '-')) ++at;
  if (at == 0 && text.substr(0, 3) != "://") return 0;
  const std::string_view name = text.substr(0, at);
  const bool web = same_word(name, "http") || same_word(name, "https");
  const bool colon = at < text.size() && text[at] == ':';
  if (colon) ++at;
  const std::size_t before = at;
  while (at < text.size() && is_slash(text[at])) ++at;
  const bool scheme =
      colon ? web || at > before || starts_with_word(text.substr(at), "http") : web && at > before + 1;
  return scheme ? at : 0;
}

/// `www.acme.example.com` is `acme.example.com` to whoever typed it.
std::string_view without_www(std::string_view host) {
  const bool extra = starts_with_word(host, "www.") && std::count(host.begin(), host.end(), '.') > 2;
  return extra ? host.substr(4) : host;
}

}  // namespace

Address take_apart(std::string_view text) {
  Address address;
  while (const std::size_t size = scheme_size(text)) {
    address.scheme = true;
    text.remove_prefix(size);
  }
  if (text.substr(0, 2) == "//") text.remove_prefix(std::min(text.find_first_not_of('/'), text.size()));
  text = text.substr(0, text.find_first_of("?#"));
  const std::size_t slash = text.find_first_of(address.scheme ? "/\\" : "/");
  address.slash = slash != std::string_view::npos;
  std::string_view host = text.substr(0, slash);
  // What ends the sentence that the address stood in.
  const auto without_ending = [&] { host = host.substr(0, host.find_last_not_of(".,;:!)>]'\"") + 1); };
  without_ending();
  host = without_port(host);
  without_ending();
  host = without_www(host);
  address.host_as_typed = host;
  address.host = to_lower(host);
  if (!address.slash) return address;
  for (const std::string_view segment : split(text.substr(slash + 1), '/')) {
    if (!segment.empty()) address.path.push_back(segment);
  }
  return address;
}

bool is_bare_label(const Address& address) {
  return !address.scheme && !address.host.empty() && address.host.find('.') == std::string::npos &&
         address.path.empty();
}

bool matches(const Address& address, std::string_view suffix) {
  if (suffix.substr(0, 1) != ".") return address.host == suffix;
  return has_suffix(address.host, suffix) && address.host.size() > suffix.size() &&
         address.host.find('.') == address.host.size() - suffix.size();
}

bool ends_with(const Address& address, std::string_view suffix) {
  const bool dotted = suffix.substr(0, 1) == ".";
  return address.host == (dotted ? suffix.substr(1) : suffix) ||
         has_suffix(address.host, dotted ? std::string(suffix) : "." + std::string(suffix));
}

std::vector<std::string_view> labels_of(std::string_view host) { return split(host, '.'); }

}  // namespace ats::model
