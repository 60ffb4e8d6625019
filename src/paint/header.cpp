#include "paint/header.hpp"

#include <string>

#include "paint/icons.hpp"
#include "paint/node_choice.hpp"

namespace ats::paint {

namespace {

constexpr float header_tile = 32, joint = 20;

void draw_icon_button(Stage& stage, const std::string& id, Icon icon, float x, float y) {
  const ImRect square(x, y, x + target, y + target);
  const Touch touch = stage.touch(id, square);
  ImRect ground = square;
  ground.Expand(-4);
  if (touch.focused) stage.brush.glow(ground, stage.theme.link.ink, stage.theme.radius_inside(2));
  stage.brush.fill(ground, fade(mix(stage.theme.raised, stage.theme.pressed, touch.press), touch.hover),
                   stage.theme.radius_inside(2));
  draw_icon(stage.brush, icon, square.GetCenter(), 20, mix(stage.theme.muted, stage.theme.text, touch.hover));
}

// Where the ATS will stand once it is chosen.
void draw_empty_tile(Stage& stage, ImVec2 corner) {
  const ImRect square(corner.x, corner.y, corner.x + header_tile, corner.y + header_tile);
  stage.brush.box(square, stage.theme.page, stage.theme.line, header_tile * 0.25f, stage.type.pixel_ratio());
  draw_icon(stage.brush, Icon::plus, square.GetCenter(), 14, stage.theme.muted);
}

void draw_tiles(Stage& stage, const view::ViewModel& view, float middle) {
  const float width = 2 * header_tile + joint;
  const ImVec2 corner((stage.input.width - width) * 0.5f, middle - header_tile * 0.5f);
  const float ats = corner.x + header_tile + joint;
  stage.brush.fill({corner.x + header_tile + 4, middle - 0.75f, ats - 4, middle + 0.75f},
                   mix(stage.theme.line, stage.theme.border, 0.6f), 0.75f);
  draw_tile(stage, corner, header_tile, view.host_tile, false);
  if (view.ats_tile.empty()) {
    draw_empty_tile(stage, {ats, corner.y});
  } else {
    draw_tile(stage, {ats, corner.y}, header_tile, view.ats_tile, true);
  }
  stage.report("tiles", {corner.x, corner.y, corner.x + width, corner.y + header_tile});
}

void draw_progress(Stage& stage, const view::ViewModel& view) {
  constexpr float bar = 4, space = 4;
  const Paragraph label = stage.wrap(stage.type.small(), view.progress, stage.width());
  // Beside the line where there is room for both, else under it.
  const bool beside = label.width() < stage.width() * 0.4f;
  const float width = beside && !view.progress.empty() ? stage.width() - label.width() - 12 : stage.width();
  const float height = beside ? label.height() : bar + 4 + label.height();
  const float top = stage.y() + (beside ? (height - bar) * 0.5f : 0);

  const auto steps = static_cast<float>(view.steps);
  const float segment = (width - space * (steps - 1)) / steps;
  for (int i = 0; i < view.steps; ++i) {
    const float x = stage.left() + (segment + space) * static_cast<float>(i);
    stage.brush.pill({x, top, x + segment, top + bar},
                     i < view.step ? stage.theme.link.ink : stage.theme.pressed);
  }
  const ImVec2 at(beside ? stage.right() - label.width() : stage.left(), stage.y() + height - label.height());
  stage.brush.text(label, at, label.width(), stage.theme.muted);
  stage.report("progress", {stage.left(), stage.y(), stage.right(), stage.y() + height});
  stage.advance(height + 8);
}

}  // namespace

void draw_header(Stage& stage, const view::ViewModel& view) {
  const float top = 8, edge = stage.left() - 12;  // The icon, not its target, stands on the text's edge.
  if (view.can_go_back) draw_icon_button(stage, "back", Icon::back, edge, top);
  if (!view.host_tile.empty()) draw_tiles(stage, view, top + target * 0.5f);
  draw_icon_button(stage, "close", Icon::close, stage.input.width - edge - target, top);
  stage.advance(top + target + 8);
  if (view.steps > 0) draw_progress(stage, view);
}

}  // namespace ats::paint
