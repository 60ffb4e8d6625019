#include "paint/painter.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "paint/content.hpp"
#include "paint/footer.hpp"
#include "paint/header.hpp"
#include "paint/motion.hpp"
#include "paint/picture.hpp"
#include "paint/theme.hpp"
#include "paint/type.hpp"

namespace ats::paint {

namespace {

// What can be drawn on: a fraction of a CSS px at the card's ends stays bare.
ImRect card_of(const FrameInput& input) { return {0, 0, std::trunc(input.width), std::trunc(input.height)}; }

}  // namespace

struct Painter::Inside {
  explicit Inside(GlyphSource& glyphs) : picture(glyphs), type(picture.atlas()) {}

  Picture picture;
  Type type;
  Theme theme = make_theme({});
  Appearance appearance;
  Motion motion;
  Pointer pointer;
  const view::ViewModel* view = nullptr;  // Its owner keeps it.
  std::string screen;                     // What the view was of when it was last shown.
  std::optional<view::Tone> mood;
  Layout layout;
  float header_height = 0, footer_height = 0;  // As last laid out, wherever they lie.

  [[nodiscard]] bool low(const FrameInput& input) const {
    return is_low(input.height, header_height + footer_height);
  }

  // Runs `draw` over the card's `top` to `bottom`; returns how high it came out. What is not seen is drawn as
  // well, as it has rectangles too.
  template <class Draw>
  float region(const FrameInput& input, float top, float bottom, float scroll, std::vector<Rect>& rects,
               Draw draw) {
    // Placed and scrolled by whole CSS px, as a window of ImGui's is, and never past the end.
    const float from = std::trunc(top), height = std::trunc(std::max(bottom - top, 1.0f));
    const float last = std::max(std::trunc(layout.content) - height, 0.0f);
    const float hidden_above = std::min(std::round(std::max(scroll, 0.0f)), last);
    ImRect seen(0, from, input.width, from + height);
    seen.ClipWithFull(card_of(input));
    const Brush brush(picture.list(seen), type, ImVec2(0, from - hidden_above));
    Stage stage(theme, type, motion, pointer, input, brush, rects);
    draw(stage);
    return stage.y();
  }

  Layout draw_low(const FrameInput& input) {
    Layout made{input.width, 0, 0, 0, {}, {}, {}};
    made.content = region(input, 0, input.height, input.scroll, made.content_rects, [&](Stage& stage) {
      stage.low = true;
      draw_header(stage, *view);
      header_height = stage.y();
      draw_content(stage, *view);
      const float above = stage.y();
      draw_footer(stage, *view, false);
      footer_height = stage.y() - above;
    });
    // It would stand in the footer, which is measured as if it did.
    for (const Rect& rect : made.content_rects) {
      if (rect.id == "jump") footer_height += rect.height + jump_gap;
    }
    return made;
  }

  Layout draw_high(const FrameInput& input) {
    Layout made{input.width, 0, 0, 0, {}, {}, {}};
    const float top = header_height, bottom = input.height - footer_height;
    made.content = region(input, top, bottom, input.scroll, made.content_rects,
                          [&](Stage& stage) { draw_content(stage, *view); });
    if (type.fell_short()) return made;
    const float hidden_below = made.content - (bottom - top) - input.scroll;
    made.header = region(input, 0, top, 0, made.header_rects, [&](Stage& stage) {
      draw_header(stage, *view);
      if (input.scroll >= 1) stage.brush.rule(0, input.width, stage.y() - stage.brush.pixel(), theme.line);
    });
    made.footer = region(input, bottom, input.height, 0, made.footer_rects,
                         [&](Stage& stage) { draw_footer(stage, *view, hidden_below >= 1); });
    header_height = made.header;
    footer_height = made.footer;
    return made;
  }

  Layout pass(const FrameInput& input) {
    pointer = Pointer(input);
    picture.begin(input);
    picture.list(card_of(input))
        .AddRectFilled(ImVec2(0, 0), ImVec2(input.width, input.height), packed(theme.page));
    Layout made = low(input) ? draw_low(input) : draw_high(input);
    picture.end();
    return made;
  }
};

Painter::Painter(GlyphSource& glyphs) : inside_(std::make_unique<Inside>(glyphs)) {}

Painter::~Painter() = default;

void Painter::show(const view::ViewModel& view) {
  Inside& inside = *inside_;
  if (view.screen != inside.screen || view.mood != inside.mood) inside.motion.restart();
  inside.screen = view.screen;
  inside.mood = view.mood;
  inside.view = &view;
}

void Painter::set_appearance(const Appearance& appearance) {
  inside_->appearance = appearance;
  inside_->theme = make_theme(appearance);
}

void Painter::drop_glyphs() { inside_->picture.drop_glyphs(); }

bool Painter::prepare(const FrameInput& input, int letters) {
  Inside& inside = *inside_;
  if (inside.view == nullptr) return false;
  inside.type.set(input.text_scale, input.pixel_ratio);
  inside.type.allow(letters);
  inside.pass(input);
  return inside.type.fell_short();
}

bool Painter::frame(const FrameInput& input) {
  Inside& inside = *inside_;
  if (inside.view == nullptr) return false;
  inside.type.set(input.text_scale, input.pixel_ratio);
  inside.type.allow(std::numeric_limits<int>::max());
  inside.motion.begin(input.time, inside.appearance.reduced_motion);
  // Where header and footer leave off is known once they were drawn: a changed screen takes a second pass,
  // and a third where that made the window count as low.
  for (int pass = 0; pass < 3; ++pass) {
    Layout made = inside.pass(input);
    const bool settled = made == inside.layout;
    inside.layout = std::move(made);
    if (settled) break;
  }
  return inside.motion.moving();
}

const Layout& Painter::layout() const { return inside_->layout; }

const ImDrawData& Painter::drawing() const { return inside_->picture.data(); }

}  // namespace ats::paint
