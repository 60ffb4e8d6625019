#include "model/provider.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/contains.hpp"
#include "model/char_set.hpp"

namespace ats::model {
namespace {

template <class Entry>
const Entry* entry_of(const std::vector<Entry>& entries, const std::string& id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

std::vector<const Field*> fields_that(const std::vector<Field>& fields, bool secret) {
  std::vector<const Field*> found;
  for (const Field& field : fields) {
    if ((field.kind == FieldKind::secret) == secret) found.push_back(&field);
  }
  return found;
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

}  // namespace

const Field* Provider::field(const std::string& wanted) const { return entry_of(fields, wanted); }
const Scope* Provider::scope(const std::string& wanted) const { return entry_of(scopes, wanted); }
std::vector<const Field*> Provider::detail_fields() const { return fields_that(fields, false); }
std::vector<const Field*> Provider::secret_fields() const { return fields_that(fields, true); }

const Field* Provider::address_field() const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [](const Field& field) { return field.address; });
  return found == fields.end() ? nullptr : &*found;
}

const std::string* Provider::address_in(const std::map<std::string, std::string>& values) const {
  const Field* field = address_field();
  const auto value = field == nullptr ? values.end() : values.find(field->id);
  return value == values.end() ? nullptr : &value->second;
}

bool ProviderEntry::has_scope(const std::string& wanted) const { return base::contains(scopes, wanted); }

const ProviderEntry* find_provider(const Catalogue& catalogue, const std::string& id) {
  return entry_of(catalogue, id);
}

std::string fill(const std::string& template_text, const std::map<std::string, std::string>& values) {
  std::string filled;
  std::size_t at = 0;
  while (at < template_text.size()) {
    const std::size_t open = template_text.find('{', at);
    const std::size_t close = template_text.find('}', open);
    if (open == std::string::npos || close == std::string::npos) break;
    const std::string name = template_text.substr(open + 1, close - open - 1);
    if (!is_name(name)) {
      // Not a placeholder: the brace stands for itself.
      filled.append(template_text, at, open + 1 - at);
      at = open + 1;
      continue;
    }
    filled.append(template_text, at, open - at);
    if (const auto value = values.find(name); value != values.end()) filled += value->second;
    at = close + 1;
  }
  return filled.append(template_text, at);
}

}  // namespace ats::model
