#include "paint/nodes.hpp"

namespace ats::paint {

using view::NodeKind;

namespace {

bool is_row(NodeKind kind) {
  return kind == NodeKind::choice || kind == NodeKind::check || kind == NodeKind::status;
}

}  // namespace

void draw_node(Stage& stage, const view::Node& node) {
  switch (node.kind) {
    case NodeKind::text:
    case NodeKind::heading:
      return draw_prose(stage, node);
    case NodeKind::list:
      return draw_list(stage, node);
    case NodeKind::choice:
      return draw_choice(stage, node);
    case NodeKind::field:
      return draw_field(stage, node);
    case NodeKind::check:
      return draw_check(stage, node);
    case NodeKind::link:
      return draw_link(stage, node);
    case NodeKind::button:
      return draw_button(stage, node);
    case NodeKind::status:
      return draw_status(stage, node);
    case NodeKind::notice:
      return draw_notice(stage, node);
  }
}

float gap_between(const view::Node& above, const view::Node& below) {
  if (below.kind == NodeKind::heading) return 24;
  if (above.kind == NodeKind::heading) return 8;
  if (above.kind == below.kind && is_row(above.kind)) return above.kind == NodeKind::choice ? 8 : 0;
  if (below.kind == NodeKind::button && !below.owner.empty()) return 8;
  if (above.kind == NodeKind::choice && below.kind == NodeKind::button) return 8;
  return 16;
}

}  // namespace ats::paint
