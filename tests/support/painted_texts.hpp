#pragma once

#include <string>
#include <vector>

#include "support/easel.hpp"
#include "view/view_model.hpp"

/// What the painter has to paint of a screen, and where: an account of its own, not the painter's.
namespace ats::test {

/// How a text stands in its rectangle.
struct Stand {
  bool left = false;    // Begins at its left edge.
  bool across = false;  // Has the same room on the left and on the right.
  bool middle = false;  // Its lines have the same room above and below.
  bool lines = false;   // The rectangle is as high as its lines.
};

struct PaintedText {
  std::string home;  // The rectangle's id.
  std::string text;
  Stand stand;
  bool disabled = false;
  bool counted = true;  // False: a part of another entry.
};

/// Every text of the canvas. What is typed, and its example, is the elements' to show.
[[nodiscard]] std::vector<PaintedText> painted_texts(const view::ViewModel& view);

/// What is wrong with the letters of a picture that shows the whole screen: too few or too many in a
/// rectangle, cut off, painted over, translucent, or not standing where the text belongs.
[[nodiscard]] std::vector<std::string> misplaced_letters(const view::ViewModel& view, const Drawing& drawing,
                                                         const std::vector<PlacedRect>& rects,
                                                         float text_scale);

}  // namespace ats::test
