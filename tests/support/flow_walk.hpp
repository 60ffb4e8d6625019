#pragma once

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "support/flow_samples.hpp"

namespace ats::flow::sample {

/// A person and a world that act on one flow, one event after the other.
struct Walk {
  Setup setup = sample::setup();
  State state;
  std::vector<Effect> last;  // Of the latest event.
  std::vector<Effect> all;

  Walk& does(const Event& event) {
    Transition transition = step(setup, state, event);
    state = std::move(transition.next);
    last = std::move(transition.effects);
    all.insert(all.end(), last.begin(), last.end());
    return *this;
  }
  Walk& does(const std::vector<Event>& events) {
    for (const Event& event : events) does(event);
    return *this;
  }

  /// From opening to the screen of the key of north, with `acme` and the key typed.
  Walk& comes_to_key(const model::HostConfig& config = {});
  /// And on to the attempt.
  Walk& submits(const model::HostConfig& config = {});
  /// All three probes answered well, so that sealing starts.
  Walk& verifies(const model::HostConfig& config = {});
  Walk& answers(const ProbeReply& jobs, const ProbeReply& candidates, const ProbeReply& accounts);

  template <class Kind>
  [[nodiscard]] bool on() const {
    return std::holds_alternative<Kind>(state.screen);
  }
  template <class Kind>
  [[nodiscard]] const Kind* screen() const {
    return std::get_if<Kind>(&state.screen);
  }
  /// How many effects of a kind came, of the latest event or ever.
  template <class Kind>
  [[nodiscard]] static int count(const std::vector<Effect>& effects) {
    return static_cast<int>(std::count_if(effects.begin(), effects.end(), [](const Effect& effect) {
      return effect_if<Kind>(effect) != nullptr;
    }));
  }
  /// The first effect of a kind among `effects`; null if there is none.
  template <class Kind>
  [[nodiscard]] static const Kind* first(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
      if (const Kind* found = effect_if<Kind>(effect)) return found;
    }
    return nullptr;
  }
  [[nodiscard]] static std::vector<HostEvent> told(const std::vector<Effect>& effects);
  [[nodiscard]] bool has(const Effect& effect) const {
    return std::find(last.begin(), last.end(), effect) != last.end();
  }
};

}  // namespace ats::flow::sample
