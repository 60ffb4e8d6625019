#include <algorithm>

#include "paint/icons.hpp"
#include "paint/nodes.hpp"

namespace ats::paint {

namespace {

struct Look {
  const Tone& tone;
  Icon icon;
};

Look look_of(const Theme& theme, view::Tone tone) {
  switch (tone) {
    case view::Tone::success:
      return {theme.success, Icon::check};
    case view::Tone::warning:
      return {theme.warning, Icon::warning};
    case view::Tone::danger:
      return {theme.danger, Icon::warning};
    case view::Tone::info:
      return {theme.info, Icon::info};
  }
  return {theme.info, Icon::info};
}

}  // namespace

void draw(Stage& stage, const view::Node& node, const view::Notice& notice) {
  constexpr float padding = 12, icon_size = 20;
  const Look look = look_of(stage.theme, notice.tone);
  const float x = stage.left() + padding + icon_size + 8, width = stage.right() - padding - x;
  const Paragraph label = stage.wrap(stage.type.body(), node.label, width);
  const float height = label.height() + 2 * padding;
  const ImRect box(stage.left(), stage.y(), stage.right(), stage.y() + height);
  const Color edge = mix(look.tone.soft, look.tone.ink, 0.18f);
  stage.brush.box(box, look.tone.soft, edge, stage.theme.radius);
  draw_icon(stage.brush, look.icon,
            {box.Min.x + padding + icon_size * 0.5f, box.Min.y + padding + label.style.line * 0.5f},
            icon_size, look.tone.ink_on_soft);
  stage.brush.text(label, {x, box.Min.y + padding}, width, stage.theme.text);
  stage.report(node.id, box);
  stage.report(node.id + "/label", {x, box.Min.y + padding, x + width, box.Max.y - padding});
  stage.advance(height);
}

}  // namespace ats::paint
