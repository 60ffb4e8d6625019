#include "support/misplaced_rects.hpp"
#include "support/nodes.hpp"

#include <algorithm>
#include <cmath>

namespace ats::test {
namespace {

using paint::Layout;
using paint::Rect;
using Rects = std::vector<Rect>;

constexpr float slack = 0.5f, least_input = 60;
/// 44 px, less what a sum of fractions of a pixel loses.
constexpr float least_target = 43.99f;

const Rect* find(const Rects& rects, const std::string& id) {
  const auto found =
      std::find_if(rects.begin(), rects.end(), [&](const Rect& rect) { return rect.id == id; });
  return found == rects.end() ? nullptr : &*found;
}

bool within(const Rect& part, const Rect& box) {
  return part.x >= box.x - slack && part.y >= box.y - slack &&
         part.x + part.width <= box.x + box.width + slack &&
         part.y + part.height <= box.y + box.height + slack;
}

bool apart(const Rect& a, const Rect& b) {
  return a.x + a.width <= b.x + slack || b.x + b.width <= a.x + slack || a.y + a.height <= b.y + slack ||
         b.y + b.height <= a.y + slack;
}

/// A node as a whole; its parts have a slash, and a field's own button lies in its box.
bool is_whole(const Rect& rect) {
  return rect.id.find('/') == std::string::npos && rect.id.rfind("show:", 0) != 0;
}

/// Whether it begins beside the first node, not below it.
bool has_two_columns(const view::ViewModel& view, const Layout& layout) {
  const Rect *first = find(layout.content_rects, view.nodes.empty() ? "" : view.nodes.front().id),
             *second = find(layout.content_rects, view.second_column);
  return first != nullptr && second != nullptr && second->x > first->x + first->width - slack;
}

class Faults {
 public:
  explicit Faults(const view::ViewModel& view) : view_(view) {}

  std::vector<std::string> found;

  void judge_region(const char* name, const Rects& rects, float width, float height) {
    const Rect region{name, 0, 0, width, height};
    for (const Rect& rect : rects) {
      if (!within(rect, region)) found.push_back(rect.id + " leaves the " + name);
      if (rect.width <= 0 || rect.height <= 0) found.push_back(rect.id + " has no size");
      const Rect* box = find(rects, rect.id.substr(0, rect.id.find('/')));
      if (box != nullptr && box != &rect && in_its_box(rect.id, box->id) && !within(rect, *box))
        found.push_back(rect.id + " leaves its box");
    }
    for (std::size_t i = 0; i < rects.size(); ++i) {
      for (std::size_t k = i + 1; k < rects.size(); ++k) {
        if (is_whole(rects[i]) && is_whole(rects[k]) && !apart(rects[i], rects[k]))
          found.push_back(rects[i].id + " lies on " + rects[k].id);
      }
    }
  }

  void judge_node(const view::Node& node, const Rects& rects, float& below) {
    const auto* list = as<view::List>(node);
    for (std::size_t i = 0; i < (list != nullptr ? list->items.size() : 1); ++i) {
      const std::string id = list != nullptr ? node.id + "/" + std::to_string(i) : node.id;
      const Rect* rect = find(rects, id);
      if (rect == nullptr) {
        found.push_back(id + " has no rectangle");
        continue;
      }
      if (is<view::Reveal>(node)) {
        const Rect* box = find(rects, node.owner);
        if (box == nullptr || !within(*rect, *box)) found.push_back(id + " leaves its field");
        continue;
      }
      // Two that are copied may share a line.
      const bool shares = is<view::Snippet>(node) && last_ != nullptr &&
                          std::abs(rect->y - last_->y) < slack && rect->x >= last_->x + last_->width;
      if (!shares && rect->y < below - slack) found.push_back(id + " stands too high");
      below = shares ? std::max(below, rect->y + rect->height) : rect->y + rect->height;
      last_ = is<view::Snippet>(node) ? rect : nullptr;
    }
    judge_input(node, rects);
  }

  void judge_target(const std::string& id, const Rects& rects) {
    const Rect* rect = find(rects, id);
    if (rect == nullptr)
      found.push_back(id + " has no rectangle");
    else if (rect->width < least_target || rect->height < least_target)
      found.push_back(id + " is too small to be pressed");
  }

 private:
  /// Labels, errors and help of a field stand around its box, a number and what is copied beside; parts of
  /// every other node lie in it.
  [[nodiscard]] bool in_its_box(const std::string& id, const std::string& owner) const {
    return id.ends_with("/suffix") ||
           std::none_of(view_.nodes.begin(), view_.nodes.end(), [&](const auto& node) {
             return node.id == owner && is<view::Field, view::Step, view::Snippet>(node);
           });
  }
  void judge_input(const view::Node& node, const Rects& rects) {
    const Rect *box = find(rects, node.id), *suffix = find(rects, node.id + "/suffix");
    if (box != nullptr && suffix != nullptr && suffix->x - box->x < least_input)
      found.push_back(node.id + " leaves no room to type in");
  }

  const view::ViewModel& view_;
  const Rect* last_ = nullptr;  // Of what was judged last, if it is copied.
};

}  // namespace

std::vector<std::string> misplaced_rects(const view::ViewModel& view, const Layout& layout) {
  Faults faults(view);
  // In a low window everything is content.
  const bool low = layout.header == 0;
  const Rects &head = low ? layout.content_rects : layout.header_rects,
              &foot = low ? layout.content_rects : layout.footer_rects;
  faults.judge_region("header", layout.header_rects, layout.width, layout.header);
  faults.judge_region("content", layout.content_rects, layout.width, layout.content);
  faults.judge_region("footer", layout.footer_rects, layout.width, layout.footer);

  if (view.can_go_back) faults.judge_target("back", head);
  faults.judge_target("close", head);
  const Rect* heading = find(layout.content_rects, "heading");
  if (heading == nullptr) faults.found.push_back("no heading");
  float below = heading == nullptr ? 0 : heading->y + heading->height;
  const float top = below;
  for (const view::Node& node : view.nodes) {
    if (node.id == view.second_column && has_two_columns(view, layout)) below = top;
    faults.judge_node(node, layout.content_rects, below);
    if (is_control(node)) faults.judge_target(node.id, layout.content_rects);
  }
  if (view.primary) faults.judge_target("primary", foot);
  for (const view::FootButton& button : view.secondary) faults.judge_target(button.id, foot);
  const bool beside = has_two_columns(view, layout);
  if (view.jump && !beside) faults.judge_target("jump", foot);
  if (beside && (find(foot, "jump") != nullptr || find(layout.content_rects, "jump") != nullptr))
    faults.found.push_back("jump is there though the field stands beside the guide");
  faults.judge_target("help", foot);
  faults.judge_target("text_view", foot);
  return std::move(faults.found);
}

}  // namespace ats::test
