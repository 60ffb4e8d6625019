#include "model/address.hpp"

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

}  // namespace

Address take_apart(std::string_view text) {
  Address address;
  if (const std::size_t scheme = text.find("://");
      scheme != std::string_view::npos && scheme < text.find('/')) {
    address.scheme = true;
    text.remove_prefix(scheme + 3);
  } else if (text.substr(0, 2) == "//") {
    text.remove_prefix(2);
  }
  text = text.substr(0, text.find_first_of("?#"));
  const std::size_t slash = text.find('/');
  address.slash = slash != std::string_view::npos;
  std::string_view host = without_port(text.substr(0, slash));
  if (has_suffix(host, ".")) host.remove_suffix(1);
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
