#pragma once

#include <string>

namespace ats::view {

enum class ActionKind { press, input, submit };

/// What the user did to a node, in the view's words. Ids outside the content: "back", "close", "help",
/// "primary", "secondary:<n>", "escape", "backdrop". A secret field's `input` has no value.
struct Action {
  std::string node;
  ActionKind kind = ActionKind::press;
  std::string value;
  bool operator==(const Action&) const = default;
};

}  // namespace ats::view
