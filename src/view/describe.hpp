#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "flow/event.hpp"
#include "flow/state.hpp"
#include "view/view_model.hpp"

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

/// Key -> sentence with `{placeholders}`, from locales/<language>.json.
/// Plurals are `key#one`, `key#other`, ...; the category of a count is looked up in `plurals` ("0" to "100"
/// -> category).
struct Messages {
  std::map<std::string, std::string> text;
  std::map<std::string, std::string> plurals;
  std::string language;
  bool operator==(const Messages&) const = default;

  /// The sentence of `key`; a missing key gives the key itself, which the tests look for.
  [[nodiscard]] std::string say(const std::string& key,
                                const std::map<std::string, std::string>& values = {}) const;
  [[nodiscard]] std::string count(const std::string& key, int count,
                                  std::map<std::string, std::string> values = {}) const;
};

/// What acting on one shown node means. An input's event gets the value of the action.
struct Control {
  std::string id;
  ActionKind kind = ActionKind::press;
  flow::Event event;
};

/// What is on screen, and what acting on it means.
struct Shown {
  ViewModel view;
  std::vector<Control> controls;
};

/// Pure.
[[nodiscard]] Shown describe(const flow::Setup& setup, const flow::State& state, const Messages& messages);

/// What an Action means on that screen, if anything: a stale one gives nothing.
[[nodiscard]] std::optional<flow::Event> to_event(const std::vector<Control>& controls, const Action& action);

}  // namespace ats::view
