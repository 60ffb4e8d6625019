#pragma once

#include <string_view>

#include "model/field_rule.hpp"

namespace ats::model {

/// A cleaned text as the shapes see it. Nothing here outlives the call of check_field.
struct Shaped {
  std::string_view text;
  std::string_view unlowered;  // Cleaned without `lower`: case tells a key from a word.
  const Field& field;
  const FieldContext& context;
};

/// The shapes of providers/README.md "fields".
[[nodiscard]] bool looks_like(const Refusal& refusal, const Shaped& shaped);
/// `lookalike`, `address` and `labels` come after the host rules, all others before.
[[nodiscard]] bool needs_address(Like like);

}  // namespace ats::model
