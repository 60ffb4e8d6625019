#include "view/drawing_sheet.hpp"

#include <string_view>

#include "model/utf8.hpp"

namespace ats::view {
namespace {

using model::Thing;

/// In CSS px.
constexpr int sheet_width = 288, sheet_margin = 12, row_height = 24, part_gap = 8, arrow_width = 12;

/// Of a letter of 13 px, at its widest in the fonts that systems have: nobody can measure here.
int width_of(char32_t letter) {
  constexpr std::u32string_view narrow = U"ijlI .,:;|'";
  if (letter >= 0x1100) return 14;
  if (narrow.find(letter) != narrow.npos) return 4;
  return letter == 'm' || letter == 'w' || (letter >= 'A' && letter <= 'Z') ? 11 : 7;
}

/// `text`, or its beginning where `room` is too small; `room` becomes what it takes.
std::string fitting(const std::string& text, int& room) {
  int taken = 0;
  for (std::size_t at = 0; at < text.size();) {
    const model::CodePoint letter = model::first_code_point(text, at);
    const int more = width_of(letter.value);
    if (taken + more > room) return text.substr(0, at) + "…";
    taken += more;
    at += letter.size;
  }
  room = taken;
  return text;
}

/// Whether it is pressed, and leads to what comes after it.
bool leads_on(Thing thing) {
  return thing == Thing::account || thing == Thing::item || thing == Thing::button;
}

struct Look {
  Form form;
  int around;  // What it takes besides its words.
};

Look look_of(Thing thing) {
  switch (thing) {
    case Thing::account:
      return {Form::round, row_height};
    case Thing::item:
      return {Form::item, 16};
    case Thing::button:
      return {Form::button, 24};
    case Thing::tick:
      return {Form::tick, 22};
    case Thing::secret:
      return {Form::secret, 96};
    case Thing::title:
      return {Form::words, 0};
    default:
      return {Form::value, 16};
  }
}

class Sheet {
 public:
  explicit Sheet(const model::Picture& things) : things_(things) {
    const bool address = things.front().thing == Thing::address;
    const int bar = address ? 36 : 16;
    add(Form::window, 0, 0, sheet_width, 0);
    add(Form::bar, 0, 0, sheet_width, bar);
    if (address) add_address(things.front().label);
    y_ = bar + sheet_margin;
    for (std::size_t i = address ? 1 : 0; i < things.size(); ++i) place(i);
    drawing.height = x_ > sheet_margin ? y_ + row_height + sheet_margin : bar;
    drawing.shapes.front().height = drawing.height;
    // Over whatever lies there.
    drawing.shapes.insert(drawing.shapes.end(), pointers_.begin(), pointers_.end());
  }

  Picture drawing{sheet_width, 0, {}};

 private:
  void add(Form form, int x, int y, int wide, int high, const std::string& label = {}, bool pressed = false) {
    drawing.shapes.push_back({form, x, y, wide, high, label, pressed});
  }

  void add_address(const std::string& label) {
    constexpr int left = 60;
    int room = sheet_width - left - sheet_margin - 16;
    add(Form::value, left, 6, sheet_width - left - sheet_margin, row_height, fitting(label, room));
  }

  [[nodiscard]] bool follows(std::size_t at, Thing thing) const {
    return at > 0 && things_[at - 1].thing == thing;
  }

  void place(std::size_t at) {
    const Thing thing = things_[at].thing;
    const Look look = look_of(thing);
    int words = sheet_width - 2 * sheet_margin - look.around;
    const std::string label = fitting(things_[at].label, words);
    const int wide = look.around + (label.empty() ? 0 : words);
    const bool led_to =
        at > 0 && leads_on(things_[at - 1].thing) && (leads_on(thing) || thing == Thing::secret);
    const bool ticks_on = thing == Thing::tick && follows(at, Thing::tick);
    const bool begins = (thing == Thing::title || thing == Thing::tick) && !ticks_on;
    if (x_ > sheet_margin &&
        (begins || x_ + (led_to ? arrow_width + part_gap : 0) + wide > sheet_width - sheet_margin)) {
      x_ = sheet_margin;
      y_ += row_height + part_gap;
    }
    if (led_to) {
      add(Form::next, x_, y_, arrow_width, row_height);
      x_ += arrow_width + part_gap;
    }
    const bool last = at + 1 == things_.size() || !leads_on(things_[at + 1].thing);
    const bool pressed = thing == Thing::button || (leads_on(thing) && last);
    add(look.form, x_, y_, wide, row_height, label, pressed);
    if (pressed) point_at(x_ + wide - 7, y_ + 14);
    if (thing == Thing::tick && !ticks_on) point_at(x_ + 11, y_ + 17);
    x_ += wide + part_gap;
  }

  void point_at(int x, int y) { pointers_.push_back({Form::pointer, x, y, 12, 17, {}, false}); }

  const model::Picture& things_;
  std::vector<Shape> pointers_;
  int x_ = sheet_margin, y_ = 0;
};

}  // namespace

Picture lay_out(const model::Picture& things) { return Sheet(things).drawing; }

}  // namespace ats::view
