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
struct Check {
  bool on = false;
  bool operator==(const Check&) const = default;
};

enum class Icon { none, copy, external, mail };
struct Link {
  std::string href;
  Icon icon = Icon::external;
  bool operator==(const Link&) const = default;
};
/// `owner`: the node that it belongs to; empty: none.
struct Button {
  std::string owner;
  Icon icon = Icon::none;
  bool operator==(const Button&) const = default;
};
/// The switch inside the right end of a secret field's box: whether its value can be read. `owner`: the
/// field's node.
struct Reveal {
  std::string owner;
  bool shown = false;
  bool operator==(const Reveal&) const = default;
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

using Kind = std::variant<Text, Heading, List, Choice, Field, Check, Link, Button, Reveal, Status, Notice>;

struct Node {
  std::string id;  // Unique on the screen, stable between updates: "choice:workable", "field:subdomain".
  std::string label;
  Kind kind;
  bool operator==(const Node&) const = default;
};

/// A button outside the content: the primary one, and those below it.
struct FootButton {
  std::string id, label;
  bool disabled = false;
  bool operator==(const FootButton&) const = default;
};

struct Announcement {
  std::string text;
  bool assertive = false;
  bool operator==(const Announcement&) const = default;
};

/// A screen in words: no colours, no pixels, no secret.
struct ViewModel {
  std::string screen;       // The step's name, or "close_question", "help".
  int step = 0, steps = 0;  // 0: not counted.
  std::string progress;     // "Step 3 of 7"; empty: not counted.
  std::string heading, lead;
  std::vector<Node> nodes;
  std::vector<std::string> english;  // Texts of it that are not in the page's language: the ATS's own.
  std::optional<FootButton> primary;
  std::vector<FootButton> secondary;
  bool can_go_back = false;
  bool busy = false;
  std::optional<Tone> mood;  // The large icon above the heading.
  std::string host_tile, host_name, ats_tile, ats_name,
      ats_logo;  // Header tiles; ats_* empty before the choice.
  std::string back_label, close_label, help_label, text_view_label;
  std::optional<Announcement> announce;
  std::string focus;  // Node to focus; empty: the heading on a step change.
  int turn = 0;       // Focus and announcement are due when this or the screen changed.
  bool operator==(const ViewModel&) const = default;
};

}  // namespace ats::view
