#include "support/easel.hpp"

#include <algorithm>

#include "paint/text.hpp"
#include "support/fake_glyphs.hpp"

namespace ats::test {
namespace {

bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF01 && c <= 0xFF60);
}

}  // namespace

// Not unnamed: in a batch that would be another type than the one it is a member of.
class WideGlyphs final : public paint::GlyphSource {
 public:
  paint::LineMetrics line(paint::Weight weight, float pixel_size) override {
    return plain_.line(weight, pixel_size);
  }
  paint::Glyph measure(paint::Weight weight, float pixel_size, char32_t character, float shift) override {
    if (is_space(character)) {
      paint::Glyph space = plain_.measure(weight, pixel_size, U' ', shift);
      if (is_wide(character) || character == 0x3000) space.advance = pixel_size;
      return space;
    }
    paint::Glyph glyph = plain_.measure(weight, pixel_size, character, shift);
    if (is_wide(character)) {
      glyph.advance = pixel_size;
      glyph.width = static_cast<int>(pixel_size);
    }
    return glyph;
  }
  void rasterise(paint::Weight weight, float pixel_size, char32_t character, float shift,
                 const paint::Glyph& glyph, std::uint8_t* target, int stride) override {
    plain_.rasterise(weight, pixel_size, character, shift, glyph, target, stride);
  }

 private:
  FakeGlyphs plain_;
};

struct Easel::Inside {
  WideGlyphs glyphs;
  paint::Painter painter{glyphs};
  double time = 0;
};

Easel::Easel() : inside_(std::make_unique<Inside>()) {}
Easel::~Easel() = default;

const paint::Layout& Easel::lay_out(const view::ViewModel& view, const paint::FrameInput& input) {
  paint::FrameInput timed = input;
  timed.time = inside_->time += 1;
  inside_->painter.show(view);
  (void)inside_->painter.frame(timed);
  return inside_->painter.layout();
}

Drawing Easel::draw(const view::ViewModel& view, const paint::FrameInput& input,
                    const paint::Appearance& appearance) {
  paint::Appearance still = appearance;
  still.reduced_motion = true;
  inside_->painter.set_appearance(still);
  lay_out(view, input);
  Drawing drawing = read_drawing(inside_->painter.drawing());
  // Where new letters made the texture grow, the frame has parts of both.
  if (!one_texture(inside_->painter.drawing())) {
    lay_out(view, input);
    drawing = read_drawing(inside_->painter.drawing());
  }
  return drawing;
}

const paint::Layout& Easel::layout() const { return inside_->painter.layout(); }

paint::FrameInput window_of(float width, float height, float text_scale, float pixel_ratio) {
  paint::FrameInput input;
  input.width = width;
  input.height = height;
  input.text_scale = text_scale;
  input.pixel_ratio = pixel_ratio;
  return input;
}

std::vector<PlacedRect> placed_rects(const paint::Layout& layout, const paint::FrameInput& input) {
  std::vector<PlacedRect> placed;
  const auto add = [&](const std::vector<paint::Rect>& rects, float top) {
    for (const paint::Rect& rect : rects) {
      const float y = rect.y + top;
      placed.push_back({rect.id, {rect.x, y, rect.x + rect.width, y + rect.height}});
    }
  };
  add(layout.header_rects, 0);
  add(layout.content_rects, layout.header - input.scroll);
  add(layout.footer_rects, input.height - layout.footer);
  return placed;
}

const Area* area_of(const std::vector<PlacedRect>& rects, const std::string& id) {
  const auto found =
      std::find_if(rects.begin(), rects.end(), [&](const PlacedRect& rect) { return rect.id == id; });
  return found == rects.end() ? nullptr : &found->area;
}

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

std::size_t letters_in(const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += is_space(paint::next_character(text, at)) ? 0 : 1;
  return count;
}

}  // namespace ats::test
