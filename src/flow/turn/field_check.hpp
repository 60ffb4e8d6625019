#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.hpp"
#include "flow/state.hpp"
#include "model/field_rule.hpp"
#include "model/provider.hpp"

namespace ats::flow {

/// `clean` holds what passed, without the optional fields that were left empty.
struct CheckedDetails {
  std::map<std::string, std::string> clean;
  std::vector<model::FieldProblem> problems;
};
struct CheckedSecrets {
  std::map<std::string, base::Secret> clean;
  std::vector<model::FieldProblem> problems;
};

[[nodiscard]] CheckedDetails check_details(const model::Provider& provider, const Draft& draft);
/// `key_name`: what the guide says to name the key, which is then easily pasted for it.
[[nodiscard]] CheckedSecrets check_secrets(const model::Provider& provider, const Draft& draft,
                                           std::string_view key_name = {});

/// What the rules have to say about what was typed and is accepted; no message: nothing. `value` is never a
/// secret's.
struct FieldWarning {
  std::string message, value;
};
/// `clean`: what `clean_fields` gives.
[[nodiscard]] FieldWarning warning_of(const model::Provider& provider, const Draft& draft,
                                      const model::Field& field, std::map<std::string, std::string> clean);

/// Takes the problem of one field away.
void drop_problem(std::vector<model::FieldProblem>& problems, const std::string& field);

}  // namespace ats::flow
