#include "flow/turn/field_check.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace ats::flow {
namespace {

model::FieldContext context_of(const model::Provider& provider, const Draft& draft) {
  model::FieldContext context;
  context.others = clean_fields(provider, draft);
  for (const model::Scope& scope : provider.scopes) context.scope_ids.push_back(scope.id);
  return context;
}

}  // namespace

CheckedDetails check_details(const model::Provider& provider, const Draft& draft) {
  CheckedDetails checked;
  const model::FieldContext context = context_of(provider, draft);
  for (const model::Field* field : provider.detail_fields()) {
    const auto typed = draft.fields.find(field->id);
    const std::string_view text = typed == draft.fields.end() ? std::string_view{} : typed->second;
    model::FieldContext others = context;
    others.others.erase(field->id);
    model::FieldVerdict verdict = model::check_field(*field, text, others);
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
  model::FieldContext context = context_of(provider, draft);
  context.key_name = key_name;
  for (const model::Field* field : provider.secret_fields()) {
    const auto typed = draft.secrets.find(field->id);
    const std::string_view bytes = typed == draft.secrets.end() ? std::string_view{} : typed->second.reveal();
    model::FieldVerdict verdict = model::check_field(*field, bytes, context);
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

void drop_problem(std::vector<model::FieldProblem>& problems, const std::string& field) {
  problems.erase(std::remove_if(problems.begin(), problems.end(),
                                [&](const model::FieldProblem& problem) { return problem.field == field; }),
                 problems.end());
}

}  // namespace ats::flow
