#include "web/app.hpp"

#include <optional>
#include <utility>
#include <variant>

#include "base/variant.hpp"
#include "codec/inbound.hpp"
#include "paint/layout_text.hpp"
#include "paint/theme.hpp"
#include "web/js.hpp"

namespace ats::web {

namespace {

/// Which member is wrong; that a file did not come the page says itself.
void tell_fault(const flow::ProviderFailed& failed) {
  if (failed.detail.empty()) return;
  const std::string text = "provider " + failed.provider + ": " + failed.detail;
  ats_js_error(text.data(), text.size());
}

}  // namespace

App::App(codec::Boot boot)
    : painter_(glyphs_),
      ground_(paint::make_theme({}).page),
      ports_(
          std::move(boot.relay), runtime_, [this](flow::Event event) { runtime_.post(std::move(event)); },
          [this](const view::ViewModel& view) {
            painter_.show(view);
            ats_js_ask_frame();
          }),
      runtime_(std::move(boot.setup), std::move(boot.messages), ports_) {}

bool App::post(std::string_view message) {
  std::optional<codec::Inbound> inbound = codec::read_inbound(message);
  if (!inbound) return false;
  std::visit(base::Overloaded{
                 [this](flow::Event& event) {
                   if (const auto* failed = std::get_if<flow::ProviderFailed>(&event)) tell_fault(*failed);
                   runtime_.post(std::move(event));
                 },
                 [this](view::Action& action) { runtime_.act(action); },
                 [this](codec::Words& words) {
                   runtime_.set_words(std::move(words.messages), std::move(words.catalogue));
                 },
                 [this](model::Provider& provider) { runtime_.learn(std::move(provider)); },
             },
             *inbound);
  return true;
}

void App::post_secret(std::string_view field, std::string_view value) {
  runtime_.post(flow::SecretTyped{std::string(field), base::Secret(value)});
}

const base::Secret* App::secret(std::string_view field) const {
  const auto& secrets = runtime_.state().draft.secrets;
  const auto found = secrets.find(std::string(field));
  return found == secrets.end() ? nullptr : &found->second;
}

void App::set_appearance(const paint::Appearance& appearance) {
  ground_ = paint::make_theme(appearance).page;
  painter_.set_appearance(appearance);
  ats_js_ask_frame();
}

bool App::set_canvas(bool on) {
  if (!on) {
    canvas_.stop();
    return true;
  }
  if (!canvas_.start(painter_.drawing())) return false;
  ats_js_ask_frame();
  return true;
}

void App::drop_glyphs() {
  painter_.drop_glyphs();
  ats_js_ask_frame();
}

void App::focus(std::string_view node) {
  if (focused_ == node) return;
  focused_ = node;
  ats_js_ask_frame();
}

bool App::frame(paint::FrameInput input) {
  input.focused = focused_;
  const bool moving = painter_.frame(input);
  if (painter_.layout() != told_) {
    told_ = painter_.layout();
    const std::string json = paint::write_layout(told_);
    ats_js_layout(json.data(), json.size());
  }
  canvas_.draw(painter_.drawing(), ground_);
  return moving;
}

}  // namespace ats::web
