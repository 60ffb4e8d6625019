#include "paint/node_picture.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "paint/icons.hpp"

namespace ats::paint {
namespace {

/// A drawing is scaled as the text is, as far as there is room.
class Drawing {
 public:
  Drawing(Stage& stage, float scale)
      : stage_(stage),
        theme_(stage.theme),
        left_(stage.left()),
        top_(stage.y()),
        scale_(scale),
        edge_(readable(theme_.border, theme_.raised, ratio, theme_.text)),
        accent_(readable(theme_.link.ink, theme_.raised, ratio, theme_.text)) {}

  void draw(const view::Shape& shape, bool alone) {
    const ImRect at(left_ + px(shape.x), top_ + px(shape.y), left_ + px(shape.x + shape.width),
                    top_ + px(shape.y + shape.height));
    Brush& brush = stage_.brush;
    switch (shape.form) {
      case view::Form::window:
        return brush.box(at, theme_.raised, edge_, px(8));
      case view::Form::bar:
        for (const int x : {14, 23, 32}) brush.disc({left_ + px(x), at.GetCenter().y}, px(dot), edge_);
        if (!alone) brush.rule(at.Min.x, at.Max.x, at.Max.y, edge_);
        return;
      case view::Form::item:
        box(at, shape.pressed, corner);
        return write(shape, at, theme_.text, 0.5f);
      case view::Form::button:
        box(at, shape.pressed, at.GetHeight() * 0.5f);
        return write(shape, at, theme_.text, 0.5f);
      case view::Form::value:
        box(at, false, corner);
        return write(shape, {at.Min.x + px(8), at.Min.y, at.Max.x, at.Max.y}, theme_.text, 0);
      case view::Form::round:
        box(at, shape.pressed, at.GetHeight() * 0.5f);
        return draw_icon(brush, Icon::user, at.GetCenter(), px(16), theme_.text);
      case view::Form::words:
        return write(shape, at, theme_.on(theme_.raised, theme_.text), 0);
      case view::Form::tick: {
        const ImRect square(at.Min.x, at.Min.y + px(5), at.Min.x + px(14), at.Min.y + px(19));
        box(square, true, corner - 1);
        draw_icon(brush, Icon::check, square.GetCenter(), px(13), accent_);
        return write(shape, {at.Min.x + px(22), at.Min.y, at.Max.x, at.Max.y},
                     theme_.on(theme_.raised, theme_.text), 0);
      }
      case view::Form::secret:
        box(at, false, corner);
        for (int i = 0; i < 8; ++i)
          brush.disc({at.Min.x + px(14 + 10 * i), at.GetCenter().y}, px(dot), theme_.text);
        return;
      case view::Form::next:
        return draw_icon(brush, Icon::chevron, at.GetCenter(), px(16), theme_.text);
      case view::Form::pointer:
        return point(at.Min);
    }
  }

 private:
  [[nodiscard]] float px(float length) const { return length * scale_; }
  [[nodiscard]] float px(int length) const { return static_cast<float>(length) * scale_; }

  void box(const ImRect& at, bool pressed, float round) {
    stage_.brush.box(at, theme_.page, pressed ? accent_ : edge_, round,
                     pressed ? 2 * stage_.type.pixel_ratio() : 1);
  }

  /// One line, in smaller letters where those of this system are wider than expected.
  void write(const view::Shape& shape, const ImRect& at, const Color& ink, float middle) {
    TextStyle style{Weight::regular, std::floor(letter * scale_), line * scale_};
    Paragraph words = stage_.wrap(style, shape.label, 9999);
    while (words.width() > at.GetWidth() && style.size > 8) {
      style.size -= 1;
      words = stage_.wrap(style, shape.label, 9999);
    }
    const float x = at.Min.x + (at.GetWidth() - words.width()) * middle;
    stage_.brush.text(words, {x, at.GetCenter().y - style.line * 0.5f}, words.width(), ink);
  }

  /// A pointer of our own, with a rim, so that it is seen on whatever lies under it.
  void point(ImVec2 tip) {
    ImDrawList& list = stage_.brush.list();
    const auto at = [&](float x, float y) { return stage_.brush.on_screen({tip.x + px(x), tip.y + px(y)}); };
    const ImVec2 head[] = {at(0, 0), at(10.5f, 9.8f), at(0, 14)};
    const ImVec2 shaft[] = {at(3.4f, 9), at(6.2f, 8), at(9.2f, 15.6f), at(6.4f, 16.8f)};
    list.AddPolyline(head, 3, packed(theme_.page), ImDrawFlags_Closed, px(3));
    list.AddPolyline(shaft, 4, packed(theme_.page), ImDrawFlags_Closed, px(3));
    list.AddConvexPolyFilled(head, 3, packed(theme_.text));
    list.AddConvexPolyFilled(shaft, 4, packed(theme_.text));
  }

  static constexpr float ratio = 3.4f;  // 3:1 is left of it where a thin edge is blended with its ground.
  static constexpr float letter = 13, line = 18, corner = 4, dot = 2.5f;

  Stage& stage_;
  const Theme& theme_;
  float left_, top_, scale_;
  Color edge_, accent_;
};

}  // namespace

void draw(Stage& stage, const view::Node& node, const view::Picture& picture) {
  const auto width = static_cast<float>(picture.width);
  const float scale = std::min(stage.type.text_scale(), stage.width() / width);
  const float height = std::ceil(static_cast<float>(picture.height) * scale);
  Drawing drawing(stage, scale);
  for (const view::Shape& shape : picture.shapes) drawing.draw(shape, shape.height == picture.height);
  stage.report(node.id, {stage.left(), stage.y(), stage.left() + width * scale, stage.y() + height});
  stage.advance(height);
}

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
