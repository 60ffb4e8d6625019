#pragma once

#include <optional>
#include <vector>

#include "model/field_rule.hpp"
#include "model/link_error.hpp"
#include "view/page.hpp"

namespace ats::view {

/// Why a form is shown again: what its own fields got wrong, or what the ATS said about them.
struct FormTrouble {
  const std::vector<model::FieldProblem>& problems;
  const std::optional<model::LinkError>& refused;
  std::string blamed;  // The field that `refused` is shown at.
};

/// The field with its error, the button that takes the suggestion, and its warning.
void add_field(Page& page, const model::Field& field, const FormTrouble& trouble);

/// A field of ours beside the provider's: plain text, told as FieldEdited of `name`.
Field& add_own_field(Page& page, const std::string& name, const std::string& label, const std::string& value);

/// Focus on the first wrong field and one sentence with the count, as a refused submit wants.
void announce_trouble(Page& page, const FormTrouble& trouble);

}  // namespace ats::view
