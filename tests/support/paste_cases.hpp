#pragma once

#include <string>
#include <vector>

#include "model/field_rule.hpp"

namespace ats::test {

/// One case of tests/fixtures/paste: what was typed, and what must come of it.
struct PasteCase {
  std::string row;  // What people do here.
  std::string typed;
  bool accepted = false;
  model::FieldAccepted value;
  std::string message, message_key, suggestion;
};

/// tests/fixtures/paste/{field}.json; a failed check if a case is not well-formed.
[[nodiscard]] std::vector<PasteCase> paste_cases(const std::string& field);

}  // namespace ats::test
