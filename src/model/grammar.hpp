#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/field_rule.hpp"

namespace ats::model {

/// The last rules of a field: length, characters, names the ATS keeps for itself. Nothing: `text` is good.
[[nodiscard]] std::optional<FieldProblem> grammar_problem(const Field& field, std::string_view text);
/// A name that the ATS keeps for itself.
[[nodiscard]] FieldProblem kept_back(const Field& field, std::string_view name);
/// The sentence that goes with a good value, or nothing.
[[nodiscard]] std::string warning_about(const Field& field, std::string_view text);
/// A problem with a key of the message catalogue and what its placeholders need.
[[nodiscard]] FieldProblem problem_of(const Field& field, std::string_view text, std::string message_key);

}  // namespace ats::model
