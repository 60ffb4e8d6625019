#include "runtime/runtime.hpp"

#include <optional>
#include <utility>

namespace ats::runtime {

Runtime::Runtime(flow::Setup setup, view::Messages messages, Ports& ports)
    : setup_(std::move(setup)), messages_(std::move(messages)), ports_(ports) {}

void Runtime::post(flow::Event event) {
  queue_.push_back(std::move(event));
  drain();
}

void Runtime::act(const view::Action& action) {
  std::optional<flow::Event> event = view::to_event(setup_, state_, action);
  if (event) post(std::move(*event));
}

void Runtime::set_messages(view::Messages messages) {
  messages_ = std::move(messages);
  drain();
}

void Runtime::drain() {
  if (draining_) return;
  draining_ = true;
  do {
    while (!queue_.empty()) {
      const flow::Event event = std::move(queue_.front());
      queue_.pop_front();
      flow::Transition transition = flow::step(setup_, state_, event);
      state_ = std::move(transition.next);
      for (const flow::Effect& effect : transition.effects) ports_.perform(effect);
    }
    view::ViewModel now = view::describe(setup_, state_, messages_);
    if (now != shown_) {
      shown_ = std::move(now);
      ports_.show(shown_);
    }
    // Showing may post as well.
  } while (!queue_.empty());
  draining_ = false;
}

}  // namespace ats::runtime
