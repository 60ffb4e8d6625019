#include "support/ruler.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ats::test {

Ruler::Ruler(Easel& easel, const view::ViewModel& view, float width)
    : view_(view),
      input_(window_of(width, 2400)),
      drawing_(easel.draw(view, input_)),
      rects_(placed_rects(easel.layout(), input_)),
      layout_(easel.layout()),
      margin_(width < 400 ? 16.0f : 24.0f),
      left_(margin_) {}

std::string Ruler::faults() {
  judge_header();
  judge_content();
  judge_footer();
  for (const DrawnPart& part : drawn_parts(view_, rects_)) judge_part(part);
  return std::move(faults_);
}

void Ruler::same(const std::string& what, float is, float expected, float tolerance) {
  if (std::abs(is - expected) > tolerance)
    faults_ += what + " is " + std::to_string(is) + ", not " + std::to_string(expected) + "\n";
}

Area Ruler::rect(const std::string& id) {
  const Area* area = area_of(rects_, id);
  if (area == nullptr) faults_ += "no rectangle " + id + "\n";
  return area == nullptr ? Area{} : *area;
}

void Ruler::drawn(const std::string& what, const Area& area) {
  const bool found = std::any_of(drawing_.shapes.begin(), drawing_.shapes.end(),
                                 [&](const Shape& shape) { return shape.box.equals(area, 1.1f); });
  if (!found) faults_ += what + " is not drawn where its rectangle is\n";
}

void Ruler::spans(const std::string& id) {
  same(id + " left", rect(id).left, left_);
  same(id + " right", rect(id).right, input_.width - margin_);
}

void Ruler::lines_high(const std::string& id, float around, float least) {
  const float height = rect(id).height();
  const float lines = std::max(1.0f, std::round((height - around) / 22));
  same(id + " height", height, std::max(least, 22 * lines + around));
}

void Ruler::judge_header() {
  const Area close = rect("close");
  same("close top", close.top, 8);
  same("close width", close.width(), 44);
  same("close height", close.height(), 44);
  same("close right", close.right, input_.width - margin_ + 12);
  if (view_.can_go_back) {
    same("back left", rect("back").left, input_.width - close.right);
    same("back top", rect("back").top, close.top);
  }
  const Area tiles = rect("tiles");
  same("middle of the tiles", tiles.centre().x, input_.width / 2);
  same("height of the tiles' middle", tiles.centre().y, close.centre().y);
  drawn("the host's tile", {tiles.left, tiles.top, tiles.left + 32, tiles.bottom});
  drawn("the ATS's tile", {tiles.right - 32, tiles.top, tiles.right, tiles.bottom});
  if (view_.steps > 0) {
    spans("progress");
    same("room above the progress", rect("progress").top, close.bottom + 8);
    same("room below the progress", layout_.header, rect("progress").bottom + 8);
  } else {
    same("room below the header", layout_.header, close.bottom + 8);
  }
}

void Ruler::judge_footer() {
  float below = input_.height - layout_.footer;
  if (view_.primary || !view_.secondary.empty()) below += 12;
  if (view_.primary) {
    spans("primary");
    drawn("primary", rect("primary"));
    lines_high("primary", 26, 48);
    same("room above the primary button", rect("primary").top, below);
    below = rect("primary").bottom + 4;
  }
  for (const view::FootButton& button : view_.secondary) {
    spans(button.id);
    lines_high(button.id, 22, 44);
    same("room above " + button.id, rect(button.id).top, below);
    below = rect(button.id).bottom + 4;
  }
  if (view_.jump) {
    spans("jump");
    lines_high("jump", 22, 44);
    same("room above jump", rect("jump").top, below);
    below = rect("jump").bottom + 4;
  }
  if (view_.primary || !view_.secondary.empty()) below -= 4;
  const Area help = rect("help"), text_view = rect("text_view");
  same("room above help", help.top, below);
  same("room below the footer", input_.height, text_view.bottom + 4);
  const bool stacked = text_view.top > help.top;
  same("middle of the small links", (help.left + (stacked ? help.right : text_view.right)) / 2,
       input_.width / 2);
}

void Ruler::judge_part(const DrawnPart& part) {
  if (part.kind == DrawnPart::Kind::edge) return drawn(part.what, part.area);
  if (part.kind == DrawnPart::Kind::steps) {
    const std::vector<const Shape*> bars = shapes_in(drawing_, part.area);
    same("number of steps", static_cast<float>(bars.size()), static_cast<float>(view_.steps));
    for (std::size_t i = 0; i < bars.size(); ++i) {
      const float left = i == 0 ? part.area.left - 4 : bars[i - 1]->box.right;
      same("room between steps", bars[i]->box.left - left, 4, 1.3f);
      same("height of a step", bars[i]->box.height(), 4, 1.1f);
    }
    return;
  }
  if (part.kind != DrawnPart::Kind::ink || !part.square) return;
  const std::vector<const Shape*> shapes = shapes_in(drawing_, part.area.grown(6));
  if (shapes.empty()) {
    faults_ += part.what + " is not drawn\n";
    return;
  }
  Area box = shapes.front()->box;
  for (const Shape* shape : shapes) {
    box.left = std::min(box.left, shape->box.left), box.right = std::max(box.right, shape->box.right);
    box.top = std::min(box.top, shape->box.top), box.bottom = std::max(box.bottom, shape->box.bottom);
  }
  same(part.what + " across", box.centre().x, part.area.centre().x, 2.5f);
  same(part.what + " down", box.centre().y, part.area.centre().y, 2.5f);
}

}  // namespace ats::test
