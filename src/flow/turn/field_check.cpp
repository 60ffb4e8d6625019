#include "flow/turn/field_check.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace ats::flow {
namespace {

model::FieldContext context_of(const model::Provider& provider, std::map<std::string, std::string> clean) {
  model::FieldContext context{std::move(clean), {}};
  for (const model::Scope& scope : provider.scopes) context.scope_ids.push_back(scope.id);
  return context;
}

/// Far more than any shortest length: cleaning could still take a prefix away.
constexpr std::size_t surely_long = 128;

std::string_view typed_into(const model::Field& field, const Draft& draft) {
  if (field.kind == model::FieldKind::secret) {
    const auto secret = draft.secrets.find(field.id);
    return secret == draft.secrets.end() ? std::string_view{} : secret->second.reveal();
  }
  const auto text = draft.fields.find(field.id);
  return text == draft.fields.end() ? std::string_view{} : text->second;
}

}  // namespace

CheckedDetails check_details(const model::Provider& provider, const Draft& draft) {
  CheckedDetails checked;
  const model::FieldContext context = context_of(provider, clean_fields(provider, draft));
  for (const model::Field* field : provider.detail_fields()) {
    model::FieldContext others = context;
    others.others.erase(field->id);
    model::FieldVerdict verdict = model::check_field(*field, typed_into(*field, draft), others);
    if (auto* accepted = std::get_if<model::FieldAccepted>(&verdict)) {
      if (!accepted->value.empty()) checked.clean.emplace(field->id, std::move(accepted->value));
    } else if (auto* problem = std::get_if<model::FieldProblem>(&verdict)) {
      checked.problems.push_back(std::move(*problem));
    }
  }
  return checked;
}

CheckedSecrets check_secrets(const model::Provider& provider, const Draft& draft, std::string_view key_name) {
  CheckedSecrets checked;
  model::FieldContext context = context_of(provider, clean_fields(provider, draft));
  context.key_name = key_name;
  for (const model::Field* field : provider.secret_fields()) {
    model::FieldVerdict verdict = model::check_field(*field, typed_into(*field, draft), context);
    if (auto* accepted = std::get_if<model::FieldAccepted>(&verdict)) {
      if (!accepted->value.empty()) {
        checked.clean.emplace(field->id, base::Secret(accepted->value));
        // The next secret may have to differ from this one.
        context.others[field->id] = accepted->value;
      }
      base::wipe_bytes(accepted->value.data(), accepted->value.size());
    } else if (auto* problem = std::get_if<model::FieldProblem>(&verdict)) {
      // A part of the key would otherwise be offered in plain sight.
      problem->suggestion.clear();
      checked.problems.push_back(std::move(*problem));
    }
  }
  for (const auto& [id, secret] : checked.clean) {
    std::string& copy = context.others[id];
    base::wipe_bytes(copy.data(), copy.size());
  }
  return checked;
}

FieldWarning warning_of(const model::Provider& provider, const Draft& draft, const model::Field& field,
                        std::map<std::string, std::string> clean) {
  const std::string_view typed = typed_into(field, draft);
  const bool secret = field.kind == model::FieldKind::secret;
  if (typed.empty() || (secret && (field.short_under == 0 || typed.size() > surely_long))) return {};
  clean.erase(field.id);
  model::FieldVerdict verdict = model::check_field(field, typed, context_of(provider, std::move(clean)));
  auto* accepted = std::get_if<model::FieldAccepted>(&verdict);
  if (accepted == nullptr) return {};
  if (!secret) return {std::move(accepted->warning), std::move(accepted->value)};
  base::wipe_bytes(accepted->value.data(), accepted->value.size());
  return {std::move(accepted->warning), {}};
}

void drop_problem(std::vector<model::FieldProblem>& problems, const std::string& field) {
  problems.erase(std::remove_if(problems.begin(), problems.end(),
                                [&](const model::FieldProblem& problem) { return problem.field == field; }),
                 problems.end());
}

}  // namespace ats::flow
