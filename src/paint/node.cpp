#include <variant>

#include "paint/nodes.hpp"

namespace ats::paint {

namespace {

template <class Made>
bool is(const view::Node& node) {
  return std::holds_alternative<Made>(node.kind);
}

template <class Made>
bool both(const view::Node& above, const view::Node& below) {
  return is<Made>(above) && is<Made>(below);
}

}  // namespace

void draw_node(Stage& stage, const view::Node& node) {
  std::visit([&](const auto& made) { draw(stage, node, made); }, node.kind);
}

float gap_between(const view::Node& above, const view::Node& below) {
  if (is<view::Heading>(below)) return 24;
  if (is<view::Heading>(above) || both<view::Choice>(above, below)) return 8;
  if (both<view::Check>(above, below) || both<view::Status>(above, below)) return 0;
  const auto* button = std::get_if<view::Button>(&below.kind);
  if (button != nullptr && (!button->owner.empty() || is<view::Choice>(above))) return 8;
  return 16;
}

}  // namespace ats::paint
