#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/secret.hpp"
#include "codec/boot.hpp"
#include "web/app.hpp"
#include "web/js.hpp"

// What JavaScript may call (docs/bridge.md). Named in exports.json for the linker.

using ats::web::App;

namespace {

std::unique_ptr<App> app;

void refuse(std::string_view reason) { ats_js_error(reason.data(), reason.size()); }

// What has come of the boot message.
ats::codec::Boot given;

bool read(std::string_view text, bool last) {
  const std::string wrong = ats::codec::read_boot(text, given, last);
  if (wrong.empty()) return true;
  given = {};
  refuse(wrong);
  return false;
}

}  // namespace

extern "C" {

char* ats_alloc(std::size_t size) { return static_cast<char*>(std::malloc(size == 0 ? 1 : size)); }

void ats_free(char* start, std::size_t size) {
  if (start == nullptr) return;
  ats::base::wipe_bytes(start, size);
  std::free(start);
}

int ats_part(const char* start, std::size_t size) { return read({start, size}, false) ? 1 : 0; }

int ats_boot(const char* start, std::size_t size) {
  if (!read({start, size}, true)) return 0;
  app = std::make_unique<App>(std::exchange(given, {}));
  return 1;
}

int ats_post(const char* start, std::size_t size) { return app && app->post({start, size}) ? 1 : 0; }

void ats_secret(const char* name, std::size_t name_size, const char* value, std::size_t value_size) {
  if (app) app->post_secret({name, name_size}, {value, value_size});
}

const char* ats_secret_view(const char* name, std::size_t name_size) {
  const ats::base::Secret* secret = app ? app->secret({name, name_size}) : nullptr;
  return secret != nullptr ? secret->reveal().data() : nullptr;
}

std::size_t ats_secret_size(const char* name, std::size_t name_size) {
  const ats::base::Secret* secret = app ? app->secret({name, name_size}) : nullptr;
  return secret != nullptr ? secret->size() : 0;
}

void ats_appearance(int scheme, int more_contrast, int reduced_motion, const char* palette, std::size_t size,
                    float radius, int compact) {
  if (!app) return;
  app->set_appearance({scheme == 1 ? ats::paint::Scheme::dark : ats::paint::Scheme::light, more_contrast != 0,
                       reduced_motion != 0, std::string(palette, size), radius, compact != 0});
}

int ats_canvas(int on) { return app && (on == 2 ? app->begin_canvas() : app->set_canvas(on != 0)) ? 1 : 0; }

int ats_frame(float width, float height, float pixel_ratio, float text_scale, float scroll, float pointer_x,
              float pointer_y, int pointer_down, double time, int letters) {
  if (!app || width < 1 || height < 1) return 0;
  const ats::paint::FrameInput input{width,     height,    pixel_ratio,       text_scale, scroll,
                                     pointer_x, pointer_y, pointer_down != 0, {},         time};
  return (letters > 0 ? app->prepare(input, letters) : app->frame(input)) ? 1 : 0;
}

void ats_focus(const char* start, std::size_t size) {
  if (app) app->focus({start, size});
}

void ats_context_lost() {
  if (app) app->lose_context();
}

void ats_context_restored() {
  if (app) app->set_canvas(true);
}

void ats_drop_glyphs() {
  if (app) app->drop_glyphs();
}

}  // extern "C"
