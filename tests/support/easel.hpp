#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "paint/painter.hpp"
#include "support/drawing.hpp"

namespace ats::test {

/// A painter for many pictures, with glyphs as wide as real ones at their widest: 1 em for ideographs, 0.55
/// em for most letters, nothing to see of a space. Nothing moves.
class Easel {
 public:
  Easel();
  ~Easel();
  Easel(const Easel&) = delete;
  Easel& operator=(const Easel&) = delete;

  const paint::Layout& lay_out(const view::ViewModel& view, const paint::FrameInput& input);
  /// Laid out and drawn; `layout()` belongs to it.
  [[nodiscard]] Drawing draw(const view::ViewModel& view, const paint::FrameInput& input,
                             const paint::Appearance& appearance = {});
  [[nodiscard]] const paint::Layout& layout() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

[[nodiscard]] paint::FrameInput window_of(float width, float height, float text_scale = 1,
                                          float pixel_ratio = 1);

/// A rectangle where it lies in the window.
struct PlacedRect {
  std::string id;
  Area area;
};
[[nodiscard]] std::vector<PlacedRect> placed_rects(const paint::Layout& layout,
                                                   const paint::FrameInput& input);
/// Null where there is none.
[[nodiscard]] const Area* area_of(const std::vector<PlacedRect>& rects, const std::string& id);

/// White space as JavaScript's `\s` has it.
[[nodiscard]] bool is_space(char32_t character);
/// What there is to see of a text.
[[nodiscard]] std::size_t letters_in(const std::string& text);

}  // namespace ats::test
