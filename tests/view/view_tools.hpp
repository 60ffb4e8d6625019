#pragma once

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>
#include <vector>

#include "support/nodes.hpp"
#include "support/real_boot.hpp"
#include "support/sample_states.hpp"
#include "view/describe.hpp"

namespace ats::test {

[[nodiscard]] inline view::ViewModel see(const flow::State& state) {
  return view::describe(real_boot().setup, state, real_boot().messages).view;
}

[[nodiscard]] inline std::optional<flow::Event> act(const flow::State& state, const std::string& node,
                                                    view::ActionKind kind = view::ActionKind::press,
                                                    const std::string& value = "") {
  return view::to_event(view::describe(real_boot().setup, state, real_boot().messages).controls,
                        {node, kind, value});
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

/// What a node is besides; where it is not there or of another kind, an empty one.
template <class Made>
[[nodiscard]] Made the(const view::ViewModel& view, const std::string& id) {
  const view::Node node = node_of(view, id);
  CAPTURE(id, node.label);
  const Made* made = as<Made>(node);
  CHECK(made != nullptr);
  return made != nullptr ? *made : Made{};
}

template <class Made>
[[nodiscard]] std::vector<std::string> ids_of(const view::ViewModel& view) {
  std::vector<std::string> ids;
  for (const view::Node& node : view.nodes) {
    if (is<Made>(node)) ids.push_back(node.id);
  }
  return ids;
}

/// Every text that a ViewModel holds.
[[nodiscard]] std::vector<std::string> texts_of(const view::ViewModel& view);

}  // namespace ats::test
