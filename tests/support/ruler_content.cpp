#include <algorithm>

#include "support/nodes.hpp"
#include "support/ruler.hpp"

namespace ats::test {

using view::Node;

namespace {

bool lies_on_card(const view::List& list) {
  return std::any_of(list.items.begin(), list.items.end(),
                     [](const auto& item) { return !item.detail.empty() || item.mark != view::Mark::none; });
}

float wanted_gap(const Node& above, const Node& below) {
  if (is<view::Heading>(below)) return 24;
  if ((is<view::Snippet>(above) && is<view::Snippet>(below)) ||
      (is<view::Status>(above) && is<view::Status>(below)))
    return 0;
  if (is<view::Step>(below) && (is<view::Step>(above) || !above.owner.empty())) return 8;
  if (!below.owner.empty() && (below.owner == above.owner || is<view::Step>(above)))
    return is<view::Link>(below) ? 0 : is<view::Text, view::Snippet>(below) ? 4 : 8;
  const auto* button = as<view::Button>(below);
  const bool tied = is<view::Heading>(above) || (is<view::Choice>(above) && is<view::Choice>(below)) ||
                    (button != nullptr && (!below.owner.empty() || is<view::Choice>(above)));
  return tied ? 8 : 16;
}

}  // namespace

float Ruler::top_of(const Node& node) {
  if (is<view::Field>(node)) return rect(node.id + "/label").top;
  const auto* list = as<view::List>(node);
  if (list == nullptr) return rect(node.id).top;
  if (!node.label.empty()) return rect(node.id + "/label").top;
  return rect(node.id + "/0").top - (lies_on_card(*list) ? 14 : 0);
}

float Ruler::bottom_of(const Node& node) {
  if (const auto* field = as<view::Field>(node)) {
    if (!field->help.empty()) return rect(node.id + "/help").bottom;
    if (!field->error.empty()) return rect(node.id + "/error").bottom;
  }
  const auto* list = as<view::List>(node);
  if (list == nullptr) return rect(node.id).bottom;
  return rect(node.id + "/" + std::to_string(list->items.size() - 1)).bottom + (lies_on_card(*list) ? 14 : 0);
}

void Ruler::judge_content() {
  float below = layout_.header + 16;
  if (view_.mood) {
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
  std::string step;
  for (const Node& node : view_.nodes) {
    if (is<view::Step>(node)) step = node.id;
    left_ = margin_ + (!step.empty() && node.owner == step ? 32 : 0);
    judge_node(node);
    if (is<view::Reveal>(node)) continue;
    const float gap = above == nullptr ? 20 : wanted_gap(*above, node);
    same("room above " + node.id, top_of(node), below + gap);
    below = bottom_of(node);
    above = &node;
  }
  same("room below the content", layout_.header + layout_.content, below + 24);
}

void Ruler::judge(const Node& node, const view::Choice& choice) {
  const Area row = rect(node.id), label = rect(node.id + "/label");
  spans(node.id);
  drawn(node.id, row);
  same(node.id + " label", label.left, row.left + (choice.tile.empty() ? 16 : 64));
  if (!choice.tile.empty()) {
    const float top = row.centre().y - 20;
    drawn("tile of " + node.id, {row.left + 12, top, row.left + 52, top + 40});
  }
  float end = label.bottom;
  if (!choice.help.empty()) {
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

void Ruler::judge(const Node& node, const view::Field& field) {
  const Area box = rect(node.id);
  spans(node.id);
  spans(node.id + "/label");
  drawn(node.id, box);
  same(node.id + " height", box.height(), 48);
  same("room under the label of " + node.id, box.top, rect(node.id + "/label").bottom + 6);
  if (!field.suffix.empty()) same("suffix of " + node.id, rect(node.id + "/suffix").right, box.right);
  if (!field.error.empty()) {
    same("error of " + node.id, rect(node.id + "/error").left, box.left + 24);
    same("room above the error of " + node.id, rect(node.id + "/error").top, box.bottom + 8);
  }
  if (!field.help.empty()) {
    const float above = field.error.empty() ? box.bottom + 8 : rect(node.id + "/error").bottom + 4;
    same("room above the help of " + node.id, rect(node.id + "/help").top, above);
  }
}

void Ruler::judge(const Node& node, const view::List& list) {
  for (std::size_t i = 0; i < list.items.size(); ++i)
    same(node.id + " item", rect(node.id + "/" + std::to_string(i)).left,
         left_ + 28 + (lies_on_card(list) ? 16 : 0));
}

void Ruler::judge(const Node& node, const view::Link&) {
  same(node.id + " left", rect(node.id).left, left_);
  lines_high(node.id, 12, 44);
}

void Ruler::judge(const Node& node, const view::Button&) {
  const std::string& id = node.id;
  drawn(id, rect(id));
  lines_high(id, 20, 44);
  if (node.owner.empty())
    spans(id);
  else
    same(id + " left", rect(id).left, left_);
}

void Ruler::judge(const Node& node, const view::Reveal&) {
  same(node.id + " right", rect(node.id).right, rect(node.owner).right - 2);
  same(node.id + " middle", rect(node.id).centre().y, rect(node.owner).centre().y);
}

void Ruler::judge(const Node& node, const view::Address&) {
  const std::string& id = node.id;
  spans(id);
  same("room above the address of " + id, rect(id + "/part").top, rect(id + "/label").bottom + 8);
  drawn("mark of " + id, rect(id + "/part"));
  same(id + " before its mark", rect(id + "/part").left, rect(id + "/before").right + 2);
  same(id + " after its mark", rect(id + "/after").left, rect(id + "/part").right + 2);
}

void Ruler::judge(const Node& node, const view::Notice&) {
  const std::string& id = node.id;
  drawn(id, rect(id));
  same(id + " label", rect(id + "/label").left, rect(id).left + 40);
  same(id + " label top", rect(id + "/label").top, rect(id).top + 12);
  lines_high(id, 24, 46);
  spans(id);
}

void Ruler::judge_line(const std::string& id) {
  const float end = has(id + "/help") ? rect(id + "/help").bottom : rect(id + "/label").bottom;
  same(id + " label", rect(id + "/label").left, rect(id).left + 32);
  same("words of " + id, (rect(id + "/label").top + end) / 2, rect(id).centre().y);
  spans(id);
}

void Ruler::judge(const Node& node, const view::Step&) {
  same(node.id + " left", rect(node.id).left, margin_ + 32);
  same(node.id + " right", rect(node.id).right, input_.width - margin_);
  same(node.id + " number left", rect(node.id + "/number").left, margin_);
  same(node.id + " number top", rect(node.id + "/number").top, rect(node.id).top);
  drawn("ring of " + node.id, rect(node.id + "/number"));
}

void Ruler::judge(const Node& node, const view::Snippet&) {
  const std::string& id = node.id;
  const float end = has(id + "/help") ? rect(id + "/help").bottom : rect(id + "/label").bottom;
  same(id + " label", rect(id + "/label").left, left_);
  same(id + " right", rect(id).right, input_.width - margin_);
  same("words of " + id, (rect(id + "/label").top + end) / 2, rect(id).centre().y);
}

void Ruler::judge(const Node& node, const view::Status&) { judge_line(node.id); }
void Ruler::judge(const Node& node, const view::Text&) { spans(node.id); }
void Ruler::judge(const Node& node, const view::Heading&) { spans(node.id); }

void Ruler::judge(const Node& node, const view::Picture& picture) {
  const Area area = rect(node.id);
  const float scale = area.width() / static_cast<float>(picture.width);
  same(node.id + " height", area.height(), static_cast<float>(picture.height) * scale, 1.1f);
  drawn(node.id, area);
}

void Ruler::judge_node(const Node& node) {
  std::visit([&](const auto& made) { judge(node, made); }, node.kind);
}

}  // namespace ats::test
