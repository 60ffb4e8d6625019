#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ats::model {

/// What someone may have copied from an address bar, taken apart as providers/README.md "address" says.
/// It is looked at only, never called.
struct Address {
  bool scheme = false;  // It had `https://`, another one, or one with a slip in it.
  std::string host;     // Lower case, without port, without what ends a sentence, without an extra `www.`.
  std::string_view host_as_typed;
  std::vector<std::string_view> path;  // The segments, empty ones left out; they point into the text.
  bool slash = false;                  // A slash other than the two of the scheme.
};

[[nodiscard]] Address take_apart(std::string_view text);

/// `acme.` and `acme/` are just a label with something behind it.
[[nodiscard]] bool is_bare_label(const Address& address);
/// `suffix` with a leading dot: exactly one label stands before it. Without: the whole host.
[[nodiscard]] bool matches(const Address& address, std::string_view suffix);
/// At a dot or as a whole, however many labels stand before it.
[[nodiscard]] bool ends_with(const Address& address, std::string_view suffix);
[[nodiscard]] std::vector<std::string_view> labels_of(std::string_view host);

}  // namespace ats::model
