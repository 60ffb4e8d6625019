#include "runtime/runtime.hpp"

#include <optional>
#include <utility>

namespace ats::runtime {

Runtime::Runtime(flow::Setup setup, view::Messages messages, Ports& ports, Describe describe)
    : setup_(std::move(setup)), messages_(std::move(messages)), ports_(ports), describe_(describe) {}

void Runtime::post(flow::Event event) {
  queue_.push_back(std::move(event));
  drain();
}

void Runtime::act(const view::Action& action) {
  std::optional<flow::Event> event = view::to_event(shown_.controls, action);
  if (event) post(std::move(*event));
}

void Runtime::set_words(view::Messages messages, model::Catalogue catalogue) {
  messages_ = std::move(messages);
  setup_.catalogue = std::move(catalogue);
  std::erase_if(setup_.details, [&](const auto& known) { return known.first != state_.draft.provider; });
  post(flow::LanguageChanged{});
}

void Runtime::learn(model::Provider provider) {
  std::string id = provider.id;
  setup_.details[id] = std::move(provider);
  post(flow::ProviderArrived{std::move(id)});
}

void Runtime::drain() {
  if (draining_) return;
  draining_ = true;
  do {
    while (!queue_.empty()) {
      const flow::Event event = std::move(queue_.front());
      queue_.pop_front();
      flow::Transition transition = flow::step(setup_, std::move(state_), event);
      state_ = std::move(transition.next);
      for (const flow::Effect& effect : transition.effects) ports_.perform(effect);
    }
    view::Shown now = describe_(setup_, state_, messages_);
    const bool changed = now.view != shown_.view;
    shown_ = std::move(now);
    if (changed) ports_.show(shown_.view);
    // Showing may post as well.
  } while (!queue_.empty());
  draining_ = false;
}

}  // namespace ats::runtime
