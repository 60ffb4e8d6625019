#include "paint/footer.hpp"

#include <algorithm>
#include <string>

#include "paint/content.hpp"
#include "paint/node_pressable.hpp"

namespace ats::paint {

namespace {

void draw_primary(Stage& stage, const view::FootButton& button) {
  const Theme& theme = stage.theme;
  const Paragraph label = stage.wrap(stage.type.strong(), button.label, stage.width() - 32);
  const float height = stage.control_height(label.height());
  const ImRect box(stage.left(), stage.y(), stage.right(), stage.y() + height);
  const Touch touch = stage.touch("primary", box);
  const Color ground =
      mix(mix(theme.accent, theme.accent_hover, touch.hover), theme.accent_pressed, touch.press);
  if (touch.focused) stage.brush.glow(box, theme.link.ink, theme.radius);
  stage.brush.fill(box, button.disabled ? theme.disabled : ground, theme.radius);
  stage.brush.text(label, {box.Min.x + 16, box.GetCenter().y - label.height() * 0.5f}, box.GetWidth() - 32,
                   button.disabled ? theme.on_disabled : theme.on_accent, Align::center);
  stage.advance(height);
}

void draw_small_link(Stage& stage, const std::string& id, const Paragraph& label, const ImRect& area) {
  const Touch touch = stage.touch(id, area);
  const Color ink = mix(stage.theme.muted, stage.theme.text, touch.hover);
  const float width = label.width();
  const ImVec2 at(area.GetCenter().x - width * 0.5f, area.GetCenter().y - label.height() * 0.5f);
  if (touch.focused)
    stage.brush.glow({at.x - 4, at.y, at.x + width + 4, at.y + label.height()}, stage.theme.link.ink,
                     small_radius);
  stage.brush.text(label, at, width, ink, Align::center);
  if (touch.hover > 0)
    stage.brush.rule(at.x, at.x + width, at.y + label.height() - 1, fade(ink, touch.hover));
}

// "Get help · Text view", centred; one under the other where they do not fit. `least`: the row's height.
void draw_small_links(Stage& stage, const view::ViewModel& view, bool centred = true, float least = target) {
  constexpr float padding = 10;
  const Paragraph help = stage.wrap(stage.type.small(), view.help_label, stage.width() - 2 * padding);
  const Paragraph text_view =
      stage.wrap(stage.type.small(), view.text_view_label, stage.width() - 2 * padding);
  const float first = std::max(target, help.width() + 2 * padding),
              second = std::max(target, text_view.width() + 2 * padding);
  const float height = std::max(least, std::max(help.height(), text_view.height()) + 8);
  const bool stacked = first + second > stage.width();
  const float middle = (stage.left() + stage.right()) * 0.5f;
  // The words, not their room, stand on the text's edge.
  const float x = !centred ? stage.left() - padding : middle - (stacked ? first : first + second) * 0.5f;
  draw_small_link(stage, "help", help, {x, stage.y(), x + first, stage.y() + height});
  if (stacked) {
    stage.advance(height);
    const float left = centred ? middle - second * 0.5f : x;
    draw_small_link(stage, "text_view", text_view, {left, stage.y(), left + second, stage.y() + height});
  } else {
    stage.brush.disc({x + first, stage.y() + height * 0.5f}, 1.25f, stage.theme.muted);
    draw_small_link(stage, "text_view", text_view,
                    {x + first, stage.y(), x + first + second, stage.y() + height});
  }
  stage.advance(height);
}

void draw_actions(Stage& stage, const view::ViewModel& view) {
  if (view.primary) draw_primary(stage, *view.primary);
  for (std::size_t i = 0; i < view.secondary.size(); ++i) {
    if (i > 0 || view.primary) stage.advance(4);
    draw_text_button(stage, "secondary:" + std::to_string(i), view.secondary[i].label,
                     view.secondary[i].disabled);
  }
}

// The buttons below the field that they belong to, the links at the other end of their line.
void draw_beside(Stage& stage, const view::ViewModel& view) {
  const float left = stage.left(), right = stage.right(), top = stage.y(), beside = second_column(stage);
  stage.stand(beside, right, top);
  draw_actions(stage, view);
  const float end = stage.y();
  stage.stand(left, beside - column_gap, top);
  draw_small_links(stage, view, false, stage.control_height(0));
  stage.stand(left, right, std::max(end, stage.y()));
  stage.advance(12);
}

}  // namespace

void draw_footer(Stage& stage, const view::ViewModel& view, bool parted) {
  if (parted) stage.brush.rule(0, stage.input.width, 0, stage.theme.line);
  if (view.primary || !view.secondary.empty()) stage.advance(12);
  if (has_two_columns(stage, view)) return draw_beside(stage, view);
  draw_actions(stage, view);
  if (view.jump && !stage.low) {
    stage.advance(jump_gap);
    draw_text_button(stage, "jump", view.jump->label, false);
  }
  draw_small_links(stage, view);
  stage.advance(4);
}

}  // namespace ats::paint
