#include "support/painted_texts.hpp"
#include "support/nodes.hpp"

#include <algorithm>
#include <cmath>

namespace ats::test {
namespace {

constexpr Stand in_lines{true, false, false, true};
constexpr Stand centred{false, true, true, false};
constexpr Stand anywhere{};

using Texts = std::vector<PaintedText>;

void add(Texts& all, const std::string& home, const std::string& text, const Stand& stand,
         bool disabled = false, bool counted = true) {
  if (!text.empty()) all.push_back({home, text, stand, disabled, counted});
}

void add(Texts& all, const view::Node& node, const view::Text&) { add(all, node.id, node.label, in_lines); }
void add(Texts& all, const view::Node& node, const view::Heading&) {
  add(all, node.id, node.label, in_lines);
}

void add(Texts& all, const view::Node& node, const view::List& list) {
  add(all, node.id + "/label", node.label, in_lines);
  for (std::size_t i = 0; i < list.items.size(); ++i)
    add(all, node.id + "/" + std::to_string(i), list.items[i].label + list.items[i].detail, in_lines);
}

void add(Texts& all, const view::Node& node, const view::Choice& choice) {
  const std::string title = choice.title.empty() ? node.label : choice.title;
  add(all, node.id, title + choice.chip + choice.help + choice.tile, anywhere);
  add(all, node.id + "/label", title, in_lines, false, false);
  add(all, node.id + "/help", choice.help, in_lines, false, false);
}

void add(Texts& all, const view::Node& node, const view::Field& field) {
  add(all, node.id + "/label", node.label, in_lines);
  add(all, node.id + "/suffix", field.suffix, centred);
  add(all, node.id + "/error", field.error, in_lines);
  add(all, node.id + "/help", field.help, in_lines);
}

void add(Texts& all, const view::Node& node, const view::Link&) {
  add(all, node.id, node.label, {true, false, true, false});
}

void add(Texts& all, const view::Node& node, const view::Button& button) {
  add(all, node.id, node.label, {false, button.icon == view::Icon::none, true, false});
}

// Painted as a picture.
void add(Texts&, const view::Node&, const view::Reveal&) {}

void add(Texts& all, const view::Node& node, const view::Address& address) {
  add(all, node.id + "/label", node.label, in_lines);
  add(all, node.id + "/before", address.before, in_lines);
  add(all, node.id + "/part", address.part, centred);
  add(all, node.id + "/after", address.after, in_lines);
}

void add(Texts& all, const view::Node& node, const view::Status& status) {
  add(all, node.id + "/label", node.label, in_lines);
  add(all, node.id + "/help", status.help, in_lines);
}

void add(Texts& all, const view::Node& node, const view::Step& step) {
  add(all, node.id + "/number", std::to_string(step.number), centred);
  add(all, node.id, node.label, in_lines);
}

void add(Texts& all, const view::Node& node, const view::Snippet& snippet) {
  add(all, node.id + "/label", node.label, in_lines);
  add(all, node.id + "/help", snippet.help, in_lines);
  add(all, node.id, snippet.button, {false, false, true, false});
}

void add(Texts& all, const view::Node& node, const view::Notice&) {
  add(all, node.id + "/label", node.label, in_lines);
}

void add(Texts& all, const view::Node& node, const view::Picture& picture) {
  std::string words;
  for (const view::Shape& shape : picture.shapes) words += shape.label;
  add(all, node.id, words, anywhere);
}

void add_node(Texts& all, const view::Node& node) {
  std::visit([&](const auto& made) { add(all, node, made); }, node.kind);
}

/// Letters of one rectangle, from the first line's baseline to the last one's.
struct Block {
  std::size_t count = 0;
  float left = 1e9f, right = -1e9f, first = 1e9f, last = -1e9f;

  void take(const Area& letter) {
    ++count;
    left = std::min(left, letter.left), right = std::max(right, letter.right);
    first = std::min(first, letter.bottom), last = std::max(last, letter.bottom);
  }
};

/// The fake letters stand on their line's baseline, 0.34 of their size under its middle; sizes are 13 to 22
/// px.
void judge_stand(const PaintedText& text, const Area& home, const Block& block, float scale,
                 std::vector<std::string>& faults) {
  const auto fault = [&](const char* what, float by) {
    faults.push_back("“" + text.text + "” in " + text.home + " " + what + " by " + std::to_string(by) +
                     " px");
  };
  const float shift = block.left - home.left;
  if (text.stand.left && std::abs(shift) > 1.5f) fault("does not begin at the left", shift);
  const float aside = (block.left + block.right) * 0.5f - home.centre().x;
  if (text.stand.across && std::abs(aside) > 2.5f) fault("is not in the middle across", aside);
  const float off = (block.first + block.last) * 0.5f - 0.34f * 15 * scale - home.centre().y;
  if (text.stand.middle && std::abs(off) > 2 * scale) fault("is not in the middle", off);
  const float under = home.bottom - block.last, above = block.first - home.top;
  const bool fits =
      under > 3.5f * scale && under < 7.6f * scale && above > 12.4f * scale && above < 22.6f * scale;
  if (text.stand.lines && !fits) fault("is not on its lines", under);
}

std::string place(const Area& box) {
  return std::to_string(std::lround(box.left)) + ", " + std::to_string(std::lround(box.top));
}

void judge_letters(const Drawing& drawing, std::vector<std::string>& faults) {
  for (const Letter& letter : drawing.letters) {
    const std::string at = "a letter at " + place(letter.box);
    if (!letter.clip.holds(letter.box, 0.5f)) faults.push_back(at + " is cut off");
    if (letter.color.alpha < 1) faults.push_back(at + " is translucent");
    if (drawing.painted_over(letter)) faults.push_back(at + " is painted over");
  }
}

}  // namespace

Texts painted_texts(const view::ViewModel& view) {
  Texts all;
  add(all, "progress", view.steps > 0 ? view.progress : "", anywhere);
  add(all, "tiles", view.host_tile + view.ats_tile, anywhere);
  add(all, "heading", view.heading, in_lines);
  add(all, "lead", view.lead, in_lines);
  for (const view::Node& node : view.nodes) add_node(all, node);
  if (view.primary) add(all, "primary", view.primary->label, centred, view.primary->disabled);
  for (const view::FootButton& button : view.secondary)
    add(all, button.id, button.label, centred, button.disabled);
  if (view.jump) add(all, "jump", view.jump->label, centred);
  add(all, "help", view.help_label, centred);
  add(all, "text_view", view.text_view_label, centred);
  return all;
}

std::vector<std::string> misplaced_letters(const view::ViewModel& view, const Drawing& drawing,
                                           const std::vector<PlacedRect>& rects, float text_scale) {
  std::vector<std::string> faults;
  std::size_t expected = 0;
  for (const PaintedText& text : painted_texts(view)) {
    const Area* home = area_of(rects, text.home);
    // Beside the field nothing has to lead to it; whether it is there else, misplaced_rects looks.
    if (home == nullptr && text.home == "jump") continue;
    if (home == nullptr) {
      faults.push_back(text.home + " has no rectangle");
      continue;
    }
    Block block;
    for (const Letter& letter : drawing.letters) {
      if (home->holds(letter.box, 1)) block.take(letter.box);
    }
    const std::size_t letters = letters_in(text.text);
    if (text.counted) expected += letters;
    if (block.count == letters) {
      judge_stand(text, *home, block, text_scale, faults);
    } else {
      faults.push_back(text.home + " has " + std::to_string(block.count) + " of the " +
                       std::to_string(letters) + " letters of “" + text.text + "”");
    }
  }
  if (drawing.letters.size() != expected)
    faults.push_back(std::to_string(drawing.letters.size()) + " letters are painted, not " +
                     std::to_string(expected));
  judge_letters(drawing, faults);
  return faults;
}

}  // namespace ats::test
