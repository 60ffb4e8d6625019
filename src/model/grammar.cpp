#include "model/grammar.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/contains.hpp"
#include "model/char_set.hpp"
#include "model/utf8.hpp"

namespace ats::model {
namespace {

/// A character that may stand nowhere is named before one that only stands in the wrong place.
const char* character_problem(const Chars& chars, std::string_view text) {
  const auto anywhere = [&](char c) {
    return in_set(chars.first, c) || in_set(chars.middle, c) || in_set(chars.last, c);
  };
  if (!std::all_of(text.begin(), text.end(), anywhere)) return "field.chars";
  if (!in_set(chars.first, text.front()) || !in_set(chars.last, text.back())) return "field.ends";
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (!in_set(chars.middle, text[i])) return "field.chars";
  }
  return nullptr;
}

}  // namespace

FieldProblem problem_of(const Field& field, std::string_view text, std::string message_key) {
  FieldProblem problem;
  problem.field = field.id;
  problem.message_key = std::move(message_key);
  problem.values = {{"label", field.label},
                    {"count", std::to_string(count_code_points(text))},
                    {"min", std::to_string(field.min)},
                    {"max", std::to_string(field.max)}};
  return problem;
}

FieldProblem kept_back(const Field& field, std::string_view name) {
  FieldProblem problem;
  problem.field = field.id;
  problem.message = field.reserved.block_message;
  // Only names of the ATS itself, so nothing secret gets into the sentence.
  problem.values = {{"value", std::string(name)}};
  return problem;
}

std::optional<FieldProblem> grammar_problem(const Field& field, std::string_view text) {
  const std::size_t size = count_code_points(text);
  if (size < static_cast<std::size_t>(std::max(field.min, 1))) return problem_of(field, text, "field.short");
  if (size > static_cast<std::size_t>(std::max(field.max, 0))) return problem_of(field, text, "field.long");
  if (const char* key = character_problem(field.chars, text)) return problem_of(field, text, key);
  if (base::contains(field.reserved.block, text)) return kept_back(field, text);
  return std::nullopt;
}

std::string warning_about(const Field& field, std::string_view text) {
  if (base::contains(field.reserved.warn, text)) return field.reserved.warn_message;
  const bool short_one = count_code_points(text) < static_cast<std::size_t>(std::max(field.short_under, 0));
  return short_one ? field.short_message : std::string();
}

}  // namespace ats::model
