#pragma once

#include <variant>

#include "view/view_model.hpp"

namespace ats::test {

/// Null: a node of another kind.
template <class Made>
[[nodiscard]] const Made* as(const view::Node& node) {
  return std::get_if<Made>(&node.kind);
}

/// Of one of these kinds.
template <class... Made>
[[nodiscard]] bool is(const view::Node& node) {
  return (std::holds_alternative<Made>(node.kind) || ...);
}

/// Whether a person can press it or type into it.
[[nodiscard]] inline bool is_control(const view::Node& node) {
  return is<view::Choice, view::Field, view::Snippet, view::Link, view::Button, view::Reveal>(node);
}

}  // namespace ats::test
