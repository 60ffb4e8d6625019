#pragma once

#include <string>
#include <vector>

#include "support/easel.hpp"
#include "view/view_model.hpp"

namespace ats::test {

/// Something drawn that is needed to know or to use a control, as tests/browser/support/drawn_parts.ts lists
/// them. Left out is what only decorates: the frames of choices and of offered buttons, tiles, notices, and
/// the rules.
struct DrawnPart {
  enum class Kind {
    ink,    // A picture on its ground.
    edge,   // The left side of a frame.
    fill,   // A shape without a frame, by its left side.
    steps,  // The first `count` bars of the progress line.
  };
  std::string what;
  Kind kind = Kind::ink;
  Area area;
  bool disabled = false;
  bool square = true;  // A picture that stands in the middle of its area.
  int count = 0;
};

/// At a text scale of 1; a part without a rectangle has an area without a size.
[[nodiscard]] std::vector<DrawnPart> drawn_parts(const view::ViewModel& view,
                                                 const std::vector<PlacedRect>& rects);

/// Contrast against what it stands on; 0 where nothing is drawn.
[[nodiscard]] float contrast_of(const DrawnPart& part, const Drawing& drawing);
/// The least contrast under a letter.
[[nodiscard]] float contrast_of(const Letter& letter, const Drawing& drawing);

/// The shapes of a picture: those inside its area, a hairline of an underline apart.
[[nodiscard]] std::vector<const Shape*> shapes_in(const Drawing& drawing, const Area& area);

}  // namespace ats::test
