#pragma once

#include <memory>
#include <string>
#include <vector>

#include "paint/glyph_source.hpp"
#include "view/view_model.hpp"

struct ImDrawData;

namespace ats::paint {

/// What the page knows about one frame. Lengths in CSS px, time in seconds.
struct FrameInput {
  float width = 440, height = 640;  // Of the card, which the canvas covers.
  float pixel_ratio = 1;            // Device pixels per CSS px.
  float text_scale = 1;             // Root font size / 16.
  float scroll = 0;                 // Of the content, as the DOM scrolled it.
  float pointer_x = -1, pointer_y = -1;
  bool pointer_down = false;
  std::string focused;  // Node id that has DOM focus, or empty.
  double time = 0;
};

/// Where one node, or a part of it ("field:subdomain/label"), was drawn.
struct Rect {
  std::string id;
  float x = 0, y = 0, width = 0, height = 0;
  bool operator==(const Rect&) const = default;
};

/// What the DOM layer lays itself on. Header and footer rects are relative to their region's top,
/// content rects to the content's unscrolled top. In a low window everything is content (header and footer
/// are 0 high).
struct Layout {
  float width = 0;
  float header = 0, content = 0, footer = 0;  // Heights; content: the whole, however little of it is seen.
  std::vector<Rect> header_rects, content_rects, footer_rects;
  bool operator==(const Layout&) const = default;
};

enum class Scheme { light, dark };
struct Appearance {
  Scheme scheme = Scheme::light;
  bool more_contrast = false;
  bool reduced_motion = false;
  std::string palette;  // "#RRGGBB" for each colour of theme.cpp's list; what is none is the default.
  float radius = 10;    // Of buttons, fields and rows, in CSS px.
  bool compact = false;
  bool operator==(const Appearance&) const = default;
};

/// Draws a ViewModel with ImGui's draw lists; never changes what it is shown.
class Painter {
 public:
  explicit Painter(GlyphSource& glyphs);
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  /// The view is not copied: it stays where it is, and is shown again when it says something else.
  void show(const view::ViewModel& view);
  void show(const view::ViewModel&& view) = delete;
  void set_appearance(const Appearance& appearance);
  /// Forgets rasterised glyphs (another pixel ratio, another font, a lost context).
  void drop_glyphs();

  /// Makes at most so many letters of the next frame, ahead of it. True: there are more to be made.
  bool prepare(const FrameInput& input, int letters);
  /// Lays out and draws. True: something is still moving, ask for another frame.
  bool frame(const FrameInput& input);
  [[nodiscard]] const Layout& layout() const;
  /// What the last frame drew, and every texture; its lists are good until the next frame.
  [[nodiscard]] const ImDrawData& drawing() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace ats::paint
