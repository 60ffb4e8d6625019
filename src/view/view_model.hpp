#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ats::view {

/// How a sentence is meant: a notice's, and the large icon above the heading.
enum class Tone { info, success, warning, danger };

/// What stands before an item.
enum class Mark { none, done, failed, unknown };

struct Item {
  std::string label;
  std::string detail;  // Small, muted: a scope's name.
  Mark mark = Mark::none;
  bool operator==(const Item&) const = default;
};

struct Option {
  std::string label, value;
  bool operator==(const Option&) const = default;
};

// The kinds of nodes: what each has besides its id and its label.

struct Text {
  bool operator==(const Text&) const = default;
};
/// An h2 inside the content.
struct Heading {
  bool operator==(const Heading&) const = default;
};
/// The label is its name.
struct List {
  std::vector<Item> items;
  bool operator==(const List&) const = default;
};
/// A full-width row, one button. `tile`: two letters; `logo`: the address of what the elements show over
/// them. Where there is a `chip`, the label holds it, and the painter draws `title` with the chip beside it
/// instead.
struct Choice {
  std::string help, tile, logo, title, chip;
  bool recommended = false;
  bool operator==(const Choice&) const = default;
};

enum class Input { text, secret, search, select };
/// `name`: which field of the provider it is; empty: none. `value`: never of a secret.
struct Field {
  Input input = Input::text;
  std::string name, help, error, value, suffix, example;
  bool readonly = false;
  std::vector<Option> options;  // select
  bool operator==(const Field&) const = default;
};
/// One of the things to do, in order. What it takes stands below its words: the nodes that it owns.
struct Step {
  int number = 0;
  bool operator==(const Step&) const = default;
};
/// A text to be copied, which is the label, and what it means. Copying it is what pressing the node does.
struct Snippet {
  std::string help, button, name;  // `name`: the button's, which begins with what is written on it.
  bool copied = false;
  bool operator==(const Snippet&) const = default;
};

enum class Icon { none, copy, external, mail };
struct Link {
  std::string href;
  Icon icon = Icon::external;
  bool operator==(const Link&) const = default;
};
struct Button {
  Icon icon = Icon::none;
  bool operator==(const Button&) const = default;
};
/// The switch inside the right end of its owner's box, a secret field's: whether its value can be read.
struct Reveal {
  bool shown = false;
  bool operator==(const Reveal&) const = default;
};

/// What an address looks like, in three pieces; `part` is the one that is asked for, which the label says.
struct Address {
  std::string before, part, after;
  bool operator==(const Address&) const = default;
};

enum class Phase { waiting, checking, done, failed };
struct Status {
  std::string help;
  Phase phase = Phase::waiting;
  bool operator==(const Status&) const = default;
};
/// A boxed sentence.
struct Notice {
  Tone tone = Tone::info;
  bool operator==(const Notice&) const = default;
};

/// What a drawing is made of. Only a `pressed` one is pressed in the ATS; a pointer shows where.
enum class Form { window, bar, item, button, value, round, words, tick, secret, next, pointer };
struct Shape {
  Form form = Form::item;
  int x = 0, y = 0, width = 0, height = 0;
  std::string label{};
  bool pressed = false;
  bool operator==(const Shape&) const = default;
};
/// A schematic drawing of the ATS's own window, in CSS px at the usual text size; later shapes lie over
/// earlier ones. The label is its text alternative; what is in it is the ATS's, and runs from left to right.
struct Picture {
  int width = 0, height = 0;
  std::vector<Shape> shapes;
  bool operator==(const Picture&) const = default;
};

using Kind = std::variant<Text, Heading, List, Choice, Field, Step, Snippet, Link, Button, Reveal, Address,
                          Status, Notice, Picture>;

struct Node {
  std::string id;  // Unique on the screen, stable between updates: "choice:workable", "field:subdomain".
  std::string label;
  Kind kind;
  std::string owner{};  // The node before it that it belongs to; empty: none.
  bool operator==(const Node&) const = default;
};

/// A button outside the content: the primary one, and those below it.
struct FootButton {
  std::string id, label;
  bool disabled = false;
  bool operator==(const FootButton&) const = default;
};

/// What leads to a field that may be out of sight. Nothing but the focus moves.
struct Jump {
  std::string label, to;
  bool operator==(const Jump&) const = default;
};

struct Announcement {
  std::string text;
  bool assertive = false;
  bool operator==(const Announcement&) const = default;
};

/// A screen in words: no colours, no pixels, no secret.
struct ViewModel {
  std::string screen;       // ScreenName of codec/bridge.json.
  int step = 0, steps = 0;  // 0: not counted.
  std::string progress;     // "Step 3 of 7"; empty: not counted.
  std::string heading, lead;
  std::vector<Node> nodes;
  std::vector<std::string> english;  // Texts of it that are not in the page's language: the ATS's own.
  std::optional<FootButton> primary;
  std::vector<FootButton> secondary;
  /// The node with which a second column begins where there is room for two; empty: there is one column.
  std::string second_column;
  std::optional<Jump> jump;  // Below the primary button, and only while there is one column.
  bool can_go_back = false;
  bool busy = false;
  std::optional<Tone> mood;  // The large icon above the heading.
  // Header tiles; ats_* empty before the choice.
  std::string host_tile, host_name, host_logo, ats_tile, ats_name, ats_logo;
  std::string back_label, close_label, help_label, text_view_label;
  std::optional<Announcement> announce;
  std::string focus;  // Node to focus; empty: the heading on a step change.
  int turn = 0;       // Focus and announcement are due when this or the screen changed.
  bool operator==(const ViewModel&) const = default;
};

}  // namespace ats::view
