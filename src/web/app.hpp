#pragma once

#include <memory>
#include <string_view>

#include "codec/boot.hpp"
#include "paint/painter.hpp"
#include "runtime/runtime.hpp"
#include "web/canvas.hpp"
#include "web/glyphs.hpp"
#include "web/ports.hpp"

namespace ats::web {

/// One widget: the runtime, its ports, the painter and the canvas.
class App {
 public:
  explicit App(codec::Boot boot);

  /// One inbound message of docs/bridge.md; false: not understood.
  bool post(std::string_view message);
  void post_secret(std::string_view field, std::string_view value);
  /// Null: nothing was typed into the field.
  [[nodiscard]] const base::Secret* secret(std::string_view field) const;

  void set_appearance(const paint::Appearance& appearance);
  bool set_canvas(bool on);
  /// The first half of it.
  bool begin_canvas() { return canvas_.begin(); }
  void lose_context() { canvas_.lost(); }
  void drop_glyphs();
  void focus(std::string_view node);
  /// Makes some letters of the next frame; true: there are more.
  bool prepare(const paint::FrameInput& input, int letters) { return painter_.prepare(input, letters); }
  /// True: still moving.
  bool frame(paint::FrameInput input);

 private:
  BrowserGlyphs glyphs_;
  paint::Painter painter_;
  Canvas canvas_;
  paint::Color ground_;
  std::string focused_;
  paint::Layout told_;
  BrowserPorts ports_;
  runtime::Runtime runtime_;
};

}  // namespace ats::web
