#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ats::view {

/// What one node is. Which members are used is said per kind; everything else stays empty.
enum class NodeKind {
  text,     // label
  heading,  // label; an h2 inside the content
  list,     // label (its name), items
  choice,   // label, help, tile (monogram), state "recommended" or ""; a full-width row, one button;
            // value, suffix: the parts of a label as they are painted, the second as a chip
  field,    // label, help, error, value (never of a secret), state "readonly" or "", input, suffix, example,
            // autocomplete
  check,    // label, state "on" or "off"
  link,     // label, href
  button,   // label, state "" / "pressed" / "released" (toggle) / "disabled"; owner: the field it belongs to
  status,   // label, help, state "waiting" / "checking" / "done" / "failed" / "unknown"
  notice,   // label, state "info" / "success" / "warning" / "danger"; a boxed sentence
};

struct Item {
  std::string label;
  std::string detail;  // Small, muted: a scope's name.
  std::string state;   // "" / "done" / "failed" / "unknown": an icon before it.
  bool operator==(const Item&) const = default;
};

struct Node {
  std::string id;  // Unique on the screen, stable between updates: "choice:workable", "field:subdomain".
  NodeKind kind = NodeKind::text;
  std::string label;
  std::string help, error, value, state, href;
  std::string input;  // field: "text", "secret", "search", "select".
  std::string suffix, example, autocomplete;
  std::string tile;         // choice: two letters.
  std::string owner;        // button: id of its field.
  std::vector<Item> items;  // list; field with input "select": its options (label, detail = value).
  bool operator==(const Node&) const = default;
};

/// A button outside the content: the primary one, and those below it.
struct Button {
  std::string id, label;
  bool disabled = false;
  bool operator==(const Button&) const = default;
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
  std::optional<Button> primary;
  std::vector<Button> secondary;
  bool can_go_back = false;
  bool busy = false;
  std::string mood;  // "" / "success" / "danger" / "warning": the large icon above the heading.
  std::string host_tile, host_name, ats_tile, ats_name;  // Header tiles; ats_* empty before the choice.
  std::string back_label, close_label, help_label, text_view_label;
  std::optional<Announcement> announce;
  std::string focus;  // Node to focus; empty: the heading on a step change.
  int turn = 0;       // Focus and announcement are due when this or the screen changed.
  bool operator==(const ViewModel&) const = default;
};

}  // namespace ats::view
