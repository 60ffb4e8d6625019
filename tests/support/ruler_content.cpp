#include <algorithm>

#include "support/ruler.hpp"

namespace ats::test {

using view::Node;
using view::NodeKind;

namespace {

bool lies_on_card(const Node& node) {
  return node.kind == NodeKind::list &&
         std::any_of(node.items.begin(), node.items.end(),
                     [](const auto& item) { return !item.detail.empty() || !item.state.empty(); });
}

float wanted_gap(const Node& above, const Node& below) {
  const auto rows = [&](NodeKind kind) { return above.kind == kind && below.kind == kind; };
  if (below.kind == NodeKind::heading) return 24;
  if (rows(NodeKind::check) || rows(NodeKind::status)) return 0;
  const bool tied =
      above.kind == NodeKind::heading || rows(NodeKind::choice) ||
      (below.kind == NodeKind::button && (!below.owner.empty() || above.kind == NodeKind::choice));
  return tied ? 8 : 16;
}

}  // namespace

float Ruler::top_of(const Node& node) {
  if (node.kind == NodeKind::field) return rect(node.id + "/label").top;
  if (node.kind != NodeKind::list) return rect(node.id).top;
  if (!node.label.empty()) return rect(node.id + "/label").top;
  return rect(node.id + "/0").top - (lies_on_card(node) ? 14 : 0);
}

float Ruler::bottom_of(const Node& node) {
  if (node.kind == NodeKind::field && !node.help.empty()) return rect(node.id + "/help").bottom;
  if (node.kind == NodeKind::field && !node.error.empty()) return rect(node.id + "/error").bottom;
  if (node.kind != NodeKind::list) return rect(node.id).bottom;
  return rect(node.id + "/" + std::to_string(node.items.size() - 1)).bottom + (lies_on_card(node) ? 14 : 0);
}

void Ruler::judge_content() {
  float below = layout_.header + 16;
  if (!view_.mood.empty()) {
    same("mood left", rect("mood").left, margin_);
    same("mood top", rect("mood").top, below);
    same("mood height", rect("mood").height(), 56);
    below += 56 + 16;
  }
  spans("heading");
  same("room above the heading", rect("heading").top, below);
  below = rect("heading").bottom;
  if (has("lead")) {
    spans("lead");
    same("room above the lead", rect("lead").top, below + 8);
    below = rect("lead").bottom;
  }
  const Node* above = nullptr;
  for (const Node& node : view_.nodes) {
    judge_node(node);
    if (node.id.rfind("show:", 0) == 0) continue;
    const float gap = above == nullptr ? 20 : wanted_gap(*above, node);
    same("room above " + node.id, top_of(node), below + gap);
    below = bottom_of(node);
    above = &node;
  }
  same("room below the content", layout_.header + layout_.content, below + 24);
}

void Ruler::judge_choice(const Node& node) {
  const Area row = rect(node.id), label = rect(node.id + "/label");
  spans(node.id);
  drawn(node.id, row);
  same(node.id + " label", label.left, row.left + (node.tile.empty() ? 16 : 64));
  if (!node.tile.empty()) {
    const float top = row.centre().y - 20;
    drawn("tile of " + node.id, {row.left + 12, top, row.left + 52, top + 40});
  }
  float end = label.bottom;
  if (!node.help.empty()) {
    same("room above the help of " + node.id, rect(node.id + "/help").top, end + 2);
    end = rect(node.id + "/help").bottom;
  }
  // The chip hangs 6 px under the words.
  for (const Shape* shape : shapes_in(drawing_, {label.left - 1, end + 3, label.right, row.bottom})) {
    same("room above the chip of " + node.id, shape->box.top, end + 6, 1.1f);
    end = std::max(end, shape->box.bottom);
  }
  same("words of " + node.id, (label.top + end) / 2, row.centre().y, 1.1f);
  same(node.id + " height", row.height(), std::max(64.0f, end - label.top + 24), 1.1f);
}

void Ruler::judge_field(const Node& node) {
  const Area box = rect(node.id);
  spans(node.id);
  spans(node.id + "/label");
  drawn(node.id, box);
  same(node.id + " height", box.height(), 48);
  same("room under the label of " + node.id, box.top, rect(node.id + "/label").bottom + 6);
  if (!node.suffix.empty()) same("suffix of " + node.id, rect(node.id + "/suffix").right, box.right);
  if (!node.error.empty()) {
    same("error of " + node.id, rect(node.id + "/error").left, box.left + 24);
    same("room above the error of " + node.id, rect(node.id + "/error").top, box.bottom + 8);
  }
  if (!node.help.empty()) {
    const float above = node.error.empty() ? box.bottom + 8 : rect(node.id + "/error").bottom + 4;
    same("room above the help of " + node.id, rect(node.id + "/help").top, above);
  }
}

void Ruler::judge_node(const Node& node) {
  const std::string& id = node.id;
  switch (node.kind) {
    case NodeKind::choice:
      return judge_choice(node);
    case NodeKind::field:
      return judge_field(node);
    case NodeKind::list:
      for (std::size_t i = 0; i < node.items.size(); ++i)
        same(id + " item", rect(id + "/" + std::to_string(i)).left,
             margin_ + 28 + (lies_on_card(node) ? 16 : 0));
      return;
    case NodeKind::link:
      same(id + " left", rect(id).left, margin_);
      return lines_high(id, 12, 44);
    case NodeKind::button:
      if (id.rfind("show:", 0) == 0) {
        same(id + " right", rect(id).right, rect(node.owner).right - 2);
        return same(id + " middle", rect(id).centre().y, rect(node.owner).centre().y);
      }
      drawn(id, rect(id));
      lines_high(id, 20, 44);
      return node.owner.empty() ? spans(id) : same(id + " left", rect(id).left, margin_);
    case NodeKind::notice:
      drawn(id, rect(id));
      same(id + " label", rect(id + "/label").left, rect(id).left + 40);
      same(id + " label top", rect(id + "/label").top, rect(id).top + 12);
      lines_high(id, 24, 46);
      return spans(id);
    case NodeKind::check:
    case NodeKind::status: {
      const float end = has(id + "/help") ? rect(id + "/help").bottom : rect(id + "/label").bottom;
      same(id + " label", rect(id + "/label").left, rect(id).left + 32);
      same("words of " + id, (rect(id + "/label").top + end) / 2, rect(id).centre().y);
      return spans(id);
    }
    case NodeKind::text:
    case NodeKind::heading:
      return spans(id);
  }
}

}  // namespace ats::test
