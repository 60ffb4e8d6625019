#pragma once

#include <functional>
#include <string>

#include "runtime/runtime.hpp"
#include "web/fetch.hpp"

namespace ats::web {

/// Effects go to the relay (emscripten_fetch) or to JavaScript; views to JavaScript and the painter.
class BrowserPorts final : public runtime::Ports {
 public:
  using Post = std::function<void(flow::Event)>;
  using Show = std::function<void(const view::ViewModel&)>;

  /// The runtime may be made after its ports: its catalogue and words are read when an effect is performed.
  BrowserPorts(std::string relay, const runtime::Runtime& runtime, Post post, Show show);

  void perform(const flow::Effect& effect) override;
  void show(const view::ViewModel& view) override;

 private:
  void send(const flow::SendProbe& probe);
  void tell(const flow::PageEffect& effect);

  std::string relay_;
  const runtime::Runtime& runtime_;
  Post post_;
  Show show_;
  Fetcher fetcher_;
};

}  // namespace ats::web
