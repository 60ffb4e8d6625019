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

// In a step: words, what is copied and a link stand close to them, what is larger apart.
float gap_in_step(const view::Node& below) {
  if (is<view::Link>(below)) return 0;
  return is<view::Text>(below) || is<view::Snippet>(below) ? 4 : 8;
}

}  // namespace

void draw_node(Stage& stage, const view::Node& node) {
  std::visit([&](const auto& made) { draw(stage, node, made); }, node.kind);
}

float gap_between(const view::Node& above, const view::Node& below) {
  if (is<view::Heading>(below)) return 24;
  if (is<view::Heading>(above) || both<view::Choice>(above, below)) return 8;
  if (both<view::Status>(above, below) || both<view::Snippet>(above, below)) return 0;
  if (is<view::Step>(below) && (is<view::Step>(above) || !above.owner.empty())) return 8;
  if (!below.owner.empty() && (below.owner == above.owner || is<view::Step>(above)))
    return gap_in_step(below);
  const auto* button = std::get_if<view::Button>(&below.kind);
  if (button != nullptr && (!below.owner.empty() || is<view::Choice>(above))) return 8;
  return 16;
}

}  // namespace ats::paint
