#include "model/shapes.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/secret.hpp"
#include "model/address.hpp"
#include "model/char_set.hpp"
#include "model/clean.hpp"
#include "model/text_shapes.hpp"

namespace ats::model {
namespace {

bool is_scope(std::string_view text, const FieldContext& context) {
  return std::any_of(context.scope_ids.begin(), context.scope_ids.end(),
                     [&](const std::string& id) { return same_word(id, text); });
}

bool is_other_field(const std::string& id, const Shaped& shaped) {
  if (const auto other = shaped.context.others.find(id); other != shaped.context.others.end()) {
    return same_word(other->second, shaped.text);
  }
  const auto secret = shaped.context.secrets.find(id);
  if (secret == shaped.context.secrets.end()) return false;
  std::string cleaned = clean_text(secret->second, shaped.field.clean);
  const bool same = cleaned == shaped.text;
  base::wipe_bytes(cleaned.data(), cleaned.size());
  return same;
}

bool ends_in_a_suffix(const Address& address, const Field& field) {
  return std::any_of(field.hosts.begin(), field.hosts.end(),
                     [&](const HostRule& rule) { return ends_with(address, rule.suffix); });
}

bool is_address(const Address& address) {
  const std::vector<std::string_view> labels = labels_of(address.host);
  const std::string_view last = labels.back();
  return address.scheme || address.slash ||
         (labels.size() > 1 && last.size() >= 2 && std::all_of(last.begin(), last.end(), is_letter));
}

/// `workable` of `apply.workable.com`.
std::string_view name_of_host(const Field& field) {
  if (field.hosts.empty()) return {};
  const std::vector<std::string_view> labels = labels_of(field.hosts.front().suffix);
  return labels.size() < 2 ? std::string_view() : labels[labels.size() - 2];
}

bool is_lookalike(const Shaped& shaped, const Address& address) {
  const std::string_view name = name_of_host(shaped.field);
  return !name.empty() && find_word(shaped.text, name) != std::string_view::npos && is_address(address) &&
         !ends_in_a_suffix(address, shaped.field);
}

}  // namespace

bool needs_address(Like like) {
  return like == Like::lookalike || like == Like::address || like == Like::labels;
}

bool looks_like(const Refusal& refusal, const Shaped& shaped) {
  const std::string_view text = shaped.text;
  switch (refusal.like) {
    case Like::email:
      return is_email(text);
    case Like::userinfo:
      return text.find('@') != std::string_view::npos;
    case Like::spaces:
      return has_space(text) || (!text.empty() && same_word(text, shaped.context.key_name));
    case Like::foreign:
      return !is_ascii(text);
    case Like::punycode:
      return is_punycode(text);
    case Like::key:
      return is_key(shaped.unlowered);
    case Like::masked:
      return is_masked(text);
    case Like::jwt:
      return is_jwt(text);
    case Like::uuid:
      return is_uuid(text);
    case Like::url:
      return is_url(text);
    case Like::scope:
      return is_scope(text, shaped.context);
    case Like::field:
      return is_other_field(refusal.field, shaped);
    case Like::lookalike:
      return is_lookalike(shaped, take_apart(text));
    case Like::address: {
      const Address address = take_apart(text);
      return is_address(address) && !ends_in_a_suffix(address, shaped.field);
    }
    case Like::labels:
      return text.find('.') != std::string_view::npos;
  }
  return false;
}

}  // namespace ats::model
