#include <algorithm>

#include "paint/nodes.hpp"

namespace ats::paint {

namespace {

/// Puts piece behind piece, and what does not fit there on a line of its own.
class Line {
 public:
  explicit Line(Stage& stage) : stage_(stage), x_(stage.left()) {}

  /// `room`: around the words.
  ImRect put(const Paragraph& words, float room) {
    const float width = words.width() + 2 * room, height = words.height() + 4;
    if (x_ + width > stage_.right() + 0.01f && x_ > stage_.left()) {
      stage_.advance(height_ + 4);
      x_ = stage_.left(), height_ = 0;
    }
    const ImRect box(x_, stage_.y(), x_ + width, stage_.y() + height);
    x_ += width + 2;
    height_ = std::max(height_, height);
    return box;
  }
  void end() { stage_.advance(height_); }

 private:
  Stage& stage_;
  float x_, height_ = 0;
};

}  // namespace

void draw(Stage& stage, const view::Node& node, const view::Address& address) {
  constexpr float room = 8;
  const Theme& theme = stage.theme;
  const float top = stage.y();
  stage.write(node.id + "/label", stage.type.body(), node.label, theme.text);
  stage.advance(8);
  Line line(stage);
  const auto put = [&](const char* name, const std::string& text, bool marked) {
    const TextStyle style = marked ? stage.type.strong() : stage.type.body();
    const float around = marked ? room : 0;
    const Paragraph words = stage.wrap(style, text, stage.width() - 2 * around);
    const ImRect box = line.put(words, around);
    if (marked)
      stage.brush.box(box, theme.link.soft, theme.link.ink, small_radius, 1.5f * stage.type.pixel_ratio());
    const ImVec2 at(box.Min.x + around, box.Min.y + 2);
    stage.brush.text(words, at, words.width(), marked ? theme.link.ink_on_soft : theme.muted);
    stage.report(node.id + name, marked ? box : ImRect(at.x, at.y, box.Max.x, at.y + words.height()));
  };
  put("/before", address.before, false);
  put("/part", address.part, true);
  put("/after", address.after, false);
  line.end();
  stage.report(node.id, {stage.left(), top, stage.right(), stage.y()});
}

}  // namespace ats::paint
