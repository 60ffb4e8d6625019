#pragma once

#include <list>

#include "flow/step.hpp"
#include "view/describe.hpp"

namespace ats::runtime {

/// The two ways out of the flow.
class Ports {
 public:
  virtual ~Ports() = default;
  virtual void perform(const flow::Effect& effect) = 0;
  virtual void show(const view::ViewModel& view) = 0;
};

/// Owns the one State. Events are queued, so an effect may post back while it is performed.
class Runtime {
 public:
  using Describe = decltype(&view::describe);

  Runtime(flow::Setup setup, view::Messages messages, Ports& ports, Describe describe = view::describe);

  void post(flow::Event event);
  /// By what the person saw; a stale action is dropped.
  void act(const view::Action& action);
  /// Another language: the list in it too, and of the details only the chosen one's stay, until theirs come.
  void set_words(view::Messages messages, model::Catalogue catalogue);
  /// The details of a provider, asked for or not.
  void learn(model::Provider provider);

  [[nodiscard]] const flow::State& state() const { return state_; }
  [[nodiscard]] const flow::Setup& setup() const { return setup_; }
  [[nodiscard]] const view::Messages& messages() const { return messages_; }

 private:
  void drain();

  flow::Setup setup_;
  view::Messages messages_;
  Ports& ports_;
  Describe describe_;
  flow::State state_;
  view::Shown shown_;  // The last description: an action needs no other.
  std::list<flow::Event> queue_;
  bool draining_ = false;
};

}  // namespace ats::runtime
