#pragma once

#include <functional>
#include <string>
#include <vector>

#include "runtime/runtime.hpp"

namespace ats::test {

/// Writes down what went out, in order, and may answer while it happens.
class FakePorts : public runtime::Ports {
 public:
  void perform(const flow::Effect& effect) override {
    effects.push_back(effect);
    order.push_back("effect");
    if (on_effect) on_effect(effect);
  }
  void show(const view::ViewModel& view) override {
    views.push_back(view);
    order.push_back("show " + view.screen);
    if (on_show) on_show(view);
  }

  template <class Kind>
  [[nodiscard]] std::vector<Kind> all() const {
    std::vector<Kind> found;
    for (const flow::Effect& effect : effects) {
      if (const auto* kind = flow::effect_if<Kind>(effect)) found.push_back(*kind);
    }
    return found;
  }

  std::vector<flow::Effect> effects;
  std::vector<view::ViewModel> views;
  std::vector<std::string> order;
  std::function<void(const flow::Effect&)> on_effect;
  std::function<void(const view::ViewModel&)> on_show;
};

}  // namespace ats::test
