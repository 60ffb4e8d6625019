#include <variant>

#include "view/describe.hpp"

namespace ats::view {
namespace {

/// An input's event with what was typed in it.
flow::Event with_value(flow::Event event, const std::string& value) {
  if (auto* searched = std::get_if<flow::ProviderSearched>(&event)) searched->query = value;
  if (auto* edited = std::get_if<flow::FieldEdited>(&event)) edited->value = value;
  return event;
}

}  // namespace

std::optional<flow::Event> to_event(const std::vector<Control>& controls, const Action& action) {
  for (const Control& control : controls) {
    if (control.id != action.node || control.kind != action.kind) continue;
    return action.kind == ActionKind::input ? with_value(control.event, action.value) : control.event;
  }
  return std::nullopt;
}

}  // namespace ats::view
