#include "support/drawn_parts.hpp"
#include "support/nodes.hpp"

#include <algorithm>
#include <array>

namespace ats::test {
namespace {

using Kind = DrawnPart::Kind;

class Collector {
 public:
  explicit Collector(const std::vector<PlacedRect>& rects) : rects_(rects) {}

  void add(const std::string& what, Kind kind, const Area& area, bool disabled = false) {
    parts.push_back({what, kind, area, disabled, kind == Kind::ink, 0});
  }
  [[nodiscard]] Area rect(const std::string& id) const {
    const Area* area = area_of(rects_, id);
    return area != nullptr ? *area : Area{};
  }
  /// A square of `size` whose corner lies beside that of a rectangle.
  [[nodiscard]] Area beside(const std::string& id, float x, float y, float size) const {
    const Area area = rect(id);
    return {area.left + x, area.top + y, area.left + x + size, area.top + y + size};
  }
  /// A square in the middle of the height, `x` before the right end.
  [[nodiscard]] Area at_end(const std::string& id, float x, float size) const {
    const Area area = rect(id);
    const float top = area.centre().y - size * 0.5f;
    return {area.right - x, top, area.right - x + size, top + size};
  }

  std::vector<DrawnPart> parts;

 private:
  const std::vector<PlacedRect>& rects_;
};

void add(Collector&, const view::Node&, const view::Text&) {}
void add(Collector&, const view::Node&, const view::Heading&) {}

void add(Collector& all, const view::Node& node, const view::List& list) {
  for (std::size_t i = 0; i < list.items.size(); ++i)
    all.add("mark of " + node.id, Kind::ink, all.beside(node.id + "/" + std::to_string(i), -28, 1, 20));
}

void add(Collector& all, const view::Node& node, const view::Choice&) {
  all.add("chevron of " + node.id, Kind::ink, all.at_end(node.id, 32, 20));
}

void add(Collector& all, const view::Node& node, const view::Field& field) {
  all.add("frame of " + node.id, Kind::edge, all.rect(node.id));
  if (field.input == view::Input::search || field.input == view::Input::select)
    all.add("icon in " + node.id, Kind::ink, all.at_end(node.id, 36, 24));
  if (!field.error.empty())
    all.add("icon of the error of " + node.id, Kind::ink, all.beside(node.id + "/error", -24, 1, 16));
}

// Its number is text, which is looked at elsewhere.
void add(Collector&, const view::Node&, const view::Step&) {}

void add(Collector& all, const view::Node& node, const view::Snippet&) {
  all.add("icon of " + node.id, Kind::ink, all.rect(node.id));
  all.parts.back().square = false;
}

void add(Collector& all, const view::Node& node, const view::Link&) {
  all.add("icon of " + node.id, Kind::ink, all.rect(node.id));
  all.parts.back().square = false;
}

void add(Collector& all, const view::Node& node, const view::Button&) {
  if (node.owner.empty()) all.add("frame of " + node.id, Kind::edge, all.rect(node.id));
}

void add(Collector& all, const view::Node& node, const view::Reveal&) {
  all.add("icon of " + node.id, Kind::ink, all.rect(node.id));
}

void add(Collector& all, const view::Node& node, const view::Address&) {
  all.add("mark of " + node.id, Kind::edge, all.rect(node.id + "/part"));
}

void add(Collector& all, const view::Node& node, const view::Status&) {
  all.add("mark of " + node.id, Kind::ink, all.beside(node.id + "/label", -32, 1, 20));
}

void add(Collector& all, const view::Node& node, const view::Notice&) {
  all.add("icon of " + node.id, Kind::ink, all.beside(node.id, 12, 13, 20));
}

DrawnPart::Kind kind_of(const view::Shape& shape) {
  switch (shape.form) {
    case view::Form::bar:
    case view::Form::next:
    case view::Form::pointer:
      return Kind::ink;
    default:
      return Kind::edge;
  }
}

void add(Collector& all, const view::Node& node, const view::Picture& picture) {
  const Area home = all.rect(node.id);
  const float scale = home.width() / static_cast<float>(picture.width);
  for (const view::Shape& shape : picture.shapes) {
    if (shape.form == view::Form::words) continue;
    // Of a ticked line the box alone is drawn.
    const bool tick = shape.form == view::Form::tick;
    const auto at = [&](int x, int y) {
      return ImVec2(home.left + static_cast<float>(x) * scale, home.top + static_cast<float>(y) * scale);
    };
    const ImVec2 from = at(shape.x, shape.y + (tick ? 5 : 0));
    const ImVec2 to =
        tick ? at(shape.x + 14, shape.y + 19) : at(shape.x + shape.width, shape.y + shape.height);
    all.add("shape " + std::to_string(static_cast<int>(shape.form)) + " “" + shape.label + "” in " + node.id,
            kind_of(shape),
            Area{from.x, from.y, to.x, to.y}.grown(shape.form == view::Form::pointer ? 2 : 0));
    all.parts.back().square = false;
  }
}

void add_parts(Collector& all, const view::Node& node) {
  std::visit([&](const auto& made) { add(all, node, made); }, node.kind);
}

float against_ground(const Shape& shape, const Drawing& drawing) {
  const Triangle& some = shape.triangles.front();
  const ImVec2 middle((some.corner[0].x + some.corner[1].x + some.corner[2].x) / 3,
                      (some.corner[0].y + some.corner[1].y + some.corner[2].y) / 3);
  const paint::Color ground = drawing.color_at(middle, shape.order);
  return paint::contrast(paint::mix(ground, shape.color, shape.color.alpha), ground);
}

/// The colours across the left side, from 3 px outside to 7 px inside, at half its height.
float across_left_side(const DrawnPart& part, const Drawing& drawing) {
  std::array<paint::Color, 10> colors;
  for (std::size_t i = 0; i < colors.size(); ++i)
    colors[i] =
        drawing.color_at({part.area.left - 2.5f + static_cast<float>(i), part.area.centre().y + 0.25f});
  const paint::Color &outside = colors.front(), &inside = colors.back();
  if (part.kind == Kind::fill) return paint::contrast(outside, inside);
  float best = 0;
  for (const paint::Color& edge : colors)
    best = std::max(best, std::min(paint::contrast(edge, outside), paint::contrast(edge, inside)));
  return best;
}

}  // namespace

std::vector<DrawnPart> drawn_parts(const view::ViewModel& view, const std::vector<PlacedRect>& rects) {
  Collector all(rects);
  if (view.can_go_back) all.add("icon of back", Kind::ink, all.rect("back"));
  all.add("icon of close", Kind::ink, all.rect("close"));
  if (view.steps > 0) {
    all.add("reached steps", Kind::steps, all.rect("progress"));
    all.parts.back().count = view.step;
  }
  if (view.mood) all.add("mood", Kind::ink, all.rect("mood"));
  for (const view::Node& node : view.nodes) add_parts(all, node);
  if (view.primary) all.add("primary button", Kind::fill, all.rect("primary"), view.primary->disabled);
  return std::move(all.parts);
}

std::vector<const Shape*> shapes_in(const Drawing& drawing, const Area& area) {
  std::vector<const Shape*> found;
  for (const Shape& shape : drawing.shapes) {
    if (shape.box.height() > 2.5f && area.holds(shape.box, 1)) found.push_back(&shape);
  }
  return found;
}

float contrast_of(const DrawnPart& part, const Drawing& drawing) {
  if (part.kind == Kind::edge || part.kind == Kind::fill) return across_left_side(part, drawing);
  const std::vector<const Shape*> shapes = shapes_in(drawing, part.area);
  float best = 0, least = 99;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const float ratio = against_ground(*shapes[i], drawing);
    best = std::max(best, ratio);
    if (i < static_cast<std::size_t>(part.count)) least = std::min(least, ratio);
  }
  if (part.kind == Kind::steps) return shapes.size() < static_cast<std::size_t>(part.count) ? 0 : least;
  return best;
}

float contrast_of(const Letter& letter, const Drawing& drawing) {
  float least = 99;
  const float middle = letter.box.centre().y;
  for (const float x : {letter.box.left + 0.1f, letter.box.centre().x, letter.box.right - 0.1f})
    least = std::min(least, paint::contrast(letter.color, drawing.color_at({x, middle}, letter.order)));
  return least;
}

}  // namespace ats::test
