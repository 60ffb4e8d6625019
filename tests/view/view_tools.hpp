#pragma once

#include <optional>
#include <string>
#include <vector>

#include "support/real_boot.hpp"
#include "support/sample_states.hpp"
#include "view/describe.hpp"

namespace ats::test {

[[nodiscard]] inline view::ViewModel see(const flow::State& state) {
  return view::describe(real_boot().setup, state, real_boot().messages);
}

[[nodiscard]] inline std::optional<flow::Event> act(const flow::State& state, const std::string& node,
                                                    view::ActionKind kind = view::ActionKind::press,
                                                    const std::string& value = "") {
  return view::to_event(real_boot().setup, state, {node, kind, value});
}

/// A node that says that it is not there, so that a failed check shows it.
[[nodiscard]] inline view::Node node_of(const view::ViewModel& view, const std::string& id) {
  for (const view::Node& node : view.nodes) {
    if (node.id == id) return node;
  }
  view::Node none;
  none.label = "no node " + id;
  return none;
}

[[nodiscard]] inline bool has_node(const view::ViewModel& view, const std::string& id) {
  for (const view::Node& node : view.nodes) {
    if (node.id == id) return true;
  }
  return false;
}

[[nodiscard]] inline std::vector<std::string> ids_of(const view::ViewModel& view, view::NodeKind kind) {
  std::vector<std::string> ids;
  for (const view::Node& node : view.nodes) {
    if (node.kind == kind) ids.push_back(node.id);
  }
  return ids;
}

/// Every text that a ViewModel holds.
[[nodiscard]] std::vector<std::string> texts_of(const view::ViewModel& view);

}  // namespace ats::test
