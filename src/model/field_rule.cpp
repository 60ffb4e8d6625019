#include "model/field_rule.hpp"

#include <cstddef>
#include <optional>
#include <utility>

#include "base/contains.hpp"
#include "base/secret.hpp"
#include "model/address.hpp"
#include "model/grammar.hpp"
#include "model/shapes.hpp"

namespace ats::model {
namespace {

/// Overwrites the cleaned copy of what may be a secret, however check_field returns.
class Wiped {
 public:
  explicit Wiped(std::string& text) : text_(text) {}
  Wiped(const Wiped&) = delete;
  Wiped& operator=(const Wiped&) = delete;
  ~Wiped() { base::wipe_bytes(text_.data(), text_.size()); }

 private:
  std::string& text_;
};

FieldProblem refused(const Field& field, const std::string& message, std::string suggestion = {}) {
  FieldProblem problem;
  problem.field = field.id;
  problem.message = message;
  problem.suggestion = std::move(suggestion);
  return problem;
}

FieldVerdict check_choice(const Field& field, std::string_view typed) {
  for (const ChoiceOption& option : field.options) {
    if (option.value == typed) return FieldAccepted{option.value, {}};
  }
  return problem_of(field, typed, "field.option");
}

std::optional<FieldProblem> shape_problem(const Shaped& shaped, bool after_hosts) {
  for (const Refusal& refusal : shaped.field.refuse) {
    if (needs_address(refusal.like) == after_hosts && looks_like(refusal, shaped)) {
      return refused(shaped.field, refusal.message);
    }
  }
  return std::nullopt;
}

/// Where the rule says the value stands; nothing if there is none.
std::string_view taken(const HostRule& rule, const Address& address) {
  if (rule.take == Take::label) return labels_of(address.host).front();
  if (rule.take == Take::none || rule.segment < 1) return {};
  const auto index = static_cast<std::size_t>(rule.segment - 1);
  if (index >= address.path.size()) return {};
  if (!rule.after.empty() && (index == 0 || address.path[index - 1] != rule.after)) return {};
  return address.path[index];
}

/// A value that would be refused when it is typed itself is not worth offering.
bool worth_offering(const HostRule& rule, std::string_view value, const Shaped& shaped) {
  if (value.empty() || value == shaped.text) return false;
  if (base::contains(rule.except, value)) return false;
  const FieldVerdict verdict = check_field(shaped.field, value, shaped.context);
  const auto* accepted = std::get_if<FieldAccepted>(&verdict);
  return accepted != nullptr && accepted->value == value;
}

std::optional<FieldProblem> host_problem(const Shaped& shaped, const Address& address) {
  for (const HostRule& rule : shaped.field.hosts) {
    if (!matches(address, rule.suffix)) continue;
    if (rule.take == Take::none) return refused(shaped.field, rule.message);
    const std::string_view value = taken(rule, address);
    const Reserved& own = shaped.field.reserved;
    // As a name it may be an account; as a host it is more likely the ATS's own site.
    if (rule.take == Take::label && (base::contains(own.warn, value) || base::contains(own.block, value)))
      return kept_back(shaped.field, value);
    if (worth_offering(rule, value, shaped)) return refused(shaped.field, rule.message, std::string(value));
  }
  return std::nullopt;
}

FieldVerdict check_cleaned(const Shaped& shaped) {
  if (auto problem = shape_problem(shaped, false)) return *problem;
  const std::string_view text = shaped.text;
  if (!shaped.field.hosts.empty()) {
    const Address address = take_apart(text);
    if (auto problem = host_problem(shaped, address)) return *problem;
    // What stands behind a label may have hidden what the label itself looks like.
    if (is_bare_label(address) && address.host_as_typed != text)
      return check_cleaned(
          {address.host_as_typed, take_apart(shaped.unlowered).host_as_typed, shaped.field, shaped.context});
  }
  if (auto problem = shape_problem(shaped, true)) return *problem;
  if (auto problem = grammar_problem(shaped.field, text)) return *problem;
  return FieldAccepted{std::string(text), warning_about(shaped.field, text)};
}

}  // namespace

FieldVerdict check_field(const Field& field, std::string_view typed, const FieldContext& context) {
  std::string text = clean_text(typed, field.clean);
  const Wiped wiped(text);
  if (text.empty()) {
    if (field.optional) return FieldAccepted{};
    return problem_of(field, text, "field.empty");
  }
  if (field.kind == FieldKind::choice) return check_choice(field, text);
  std::vector<Clean> without_lower = field.clean;
  std::erase(without_lower, Clean::lower);
  if (without_lower.size() == field.clean.size()) return check_cleaned({text, text, field, context});
  return check_cleaned({text, clean_text(typed, without_lower), field, context});
}

}  // namespace ats::model
