#pragma once

#include <string>
#include <vector>

#include "support/drawn_parts.hpp"

namespace ats::test {

/// One picture of a state, measured against the design: 24 px at the sides (16 under 400 px), steps of 4
/// between.
class Ruler {
 public:
  Ruler(Easel& easel, const view::ViewModel& view, float width);

  /// What is elsewhere, a line each.
  std::string faults();

 private:
  void same(const std::string& what, float is, float expected, float tolerance = 0.6f);
  [[nodiscard]] Area rect(const std::string& id);
  [[nodiscard]] bool has(const std::string& id) const { return area_of(rects_, id) != nullptr; }
  /// Something of exactly this size is drawn there.
  void drawn(const std::string& what, const Area& area);
  /// From margin to margin.
  void spans(const std::string& id);
  /// As high as its lines of 22 px and the room around them, and no less than `least`.
  void lines_high(const std::string& id, float around, float least);

  void judge_header();
  void judge_content();
  void judge_footer();
  void judge_node(const view::Node& node);
  void judge_line(const std::string& id);
  void judge(const view::Node& node, const view::Text& text);
  void judge(const view::Node& node, const view::Heading& heading);
  void judge(const view::Node& node, const view::List& list);
  void judge(const view::Node& node, const view::Choice& choice);
  void judge(const view::Node& node, const view::Field& field);
  void judge(const view::Node& node, const view::Step& step);
  void judge(const view::Node& node, const view::Snippet& snippet);
  void judge(const view::Node& node, const view::Link& link);
  void judge(const view::Node& node, const view::Button& button);
  void judge(const view::Node& node, const view::Reveal& reveal);
  void judge(const view::Node& node, const view::Address& address);
  void judge(const view::Node& node, const view::Status& status);
  void judge(const view::Node& node, const view::Notice& notice);
  void judge(const view::Node& node, const view::Picture& picture);
  void judge_part(const DrawnPart& part);
  [[nodiscard]] float top_of(const view::Node& node);
  [[nodiscard]] float bottom_of(const view::Node& node);

  const view::ViewModel& view_;
  paint::FrameInput input_;
  Drawing drawing_;
  std::vector<PlacedRect> rects_;
  paint::Layout layout_;
  float margin_;
  float left_ = 0;  // Where what is judged begins: further in what belongs to a step.
  std::string faults_;
};

}  // namespace ats::test
