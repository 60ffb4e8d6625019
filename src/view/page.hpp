#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "flow/event.hpp"
#include "flow/state.hpp"
#include "view/describe.hpp"
#include "view/view_model.hpp"

namespace ats::view {

using Values = std::map<std::string, std::string>;

/// Puts one more thing at the end of "a, b".
inline void enlist(std::string& list, const std::string& item) { list += (list.empty() ? "" : ", ") + item; }

/// One screen under construction: what is shown and what it means, written down in the same place so that
/// they cannot differ.
class Page {
 public:
  Page(const flow::Setup& setup_in, const flow::State& state_in, const Messages& messages_in);

  const flow::Setup& setup;
  const flow::State& state;
  const model::ProviderEntry* entry;  // The chosen ATS as the list knows it. Null: none chosen.
  const model::Provider* provider;    // Its details. Null also while they are not there.
  const Values fields;                // What was typed for it, cleaned, without secrets.
  ViewModel view;
  std::vector<Control> controls;

  /// The sentence of `key`, or of `key.relink` where there is one and somebody reconnects; {ats} and {host}
  /// are always known.
  [[nodiscard]] std::string say(const std::string& key, Values values = {}) const;
  [[nodiscard]] std::string count(const std::string& key, int count) const;
  [[nodiscard]] bool has(const std::string& key) const;
  /// Heading and lead from `prefix.heading` and `prefix.lead`.
  void title(const std::string& prefix, const Values& values = {});

  /// Where the link origin has a logo of a provider; empty: nowhere.
  [[nodiscard]] std::string logo_of(const std::string& id) const;
  /// A text of the provider's own, filled in. To be shown as it is: it is noted if it is English.
  [[nodiscard]] std::string own(const std::string& text, const Values& values = {});
  /// Puts a node on the screen; what it has besides is filled in by the caller.
  template <class Made>
  Made& add(const std::string& id, const std::string& label, Made made = {}) {
    view.nodes.push_back({id, label, std::move(made)});
    return *std::get_if<Made>(&view.nodes.back().kind);
  }
  /// The sentence of `key` as a paragraph.
  void text(const std::string& id, const std::string& key, const Values& values = {});
  void notice(const std::string& id, Tone tone, const std::string& label);
  Choice& choice(const std::string& id, const std::string& label, const std::string& help, flow::Event event);
  Button& button(const std::string& id, const std::string& label, flow::Event event);
  /// The last node is that one's.
  void belongs_to(const std::string& owner) { view.nodes.back().owner = owner; }
  /// The one button that also a submitted form presses.
  void primary(const std::string& key, flow::Event event);
  void secondary(const std::string& key, flow::Event event);
  void on(const std::string& id, ActionKind kind, flow::Event event);

 private:
  [[nodiscard]] bool is_english(const std::string& text) const;

  const Messages& messages_;
  Values always_;
};

/// Two letters that stand for a name on a tile: of its first two words, else its first two letters.
[[nodiscard]] std::string monogram(const std::string& name);

}  // namespace ats::view
