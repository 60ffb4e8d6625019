#include "web/canvas.hpp"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "web/js.hpp"

namespace ats::web {

namespace {

static_assert(sizeof(ImDrawVert) == 20 && sizeof(ImDrawIdx) == 2, "imports_canvas.js reads this layout");

// ImGui counts textures from 0, and 0 stands for none.
int texture_id(const ImTextureData& texture) { return texture.UniqueID + 1; }

void keep_in_step(ImTextureData& texture, bool on) {
  const int id = texture_id(texture);
  if (texture.Status == ImTextureStatus_WantDestroy) {
    if (on && texture.GetTexID() != ImTextureID_Invalid) ats_js_canvas_drop_texture(id);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
    return;
  }
  if (!on || texture.Status == ImTextureStatus_OK || texture.Status == ImTextureStatus_Destroyed) return;
  const bool fresh = texture.Status == ImTextureStatus_WantCreate;
  const ImTextureRect& part = texture.UpdateRect;
  if (fresh) {
    ats_js_canvas_texture(id, texture.Width, texture.Height, texture.Pixels, 0, 0, texture.Width,
                          texture.Height, 1);
    texture.SetTexID(static_cast<ImTextureID>(id));
  } else {
    ats_js_canvas_texture(id, texture.Width, texture.Height, texture.Pixels, part.x, part.y, part.w, part.h,
                          0);
  }
  texture.SetStatus(ImTextureStatus_OK);
}

void draw_list(const ImDrawList& list, float ratio, int pixels_wide, int pixels_high) {
  ats_js_canvas_list(list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()),
                     list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.ElemCount == 0) continue;
    const auto pixel = [ratio](float value, int limit) {
      return std::clamp(static_cast<int>(std::round(value * ratio)), 0, limit);
    };
    const int left = pixel(command.ClipRect.x, pixels_wide), right = pixel(command.ClipRect.z, pixels_wide);
    const int top = pixel(command.ClipRect.y, pixels_high), bottom = pixel(command.ClipRect.w, pixels_high);
    if (right <= left || bottom <= top) continue;
    ats_js_canvas_draw(static_cast<int>(command.GetTexID()), left, pixels_high - bottom, right - left,
                       bottom - top, command.ElemCount, command.IdxOffset * sizeof(ImDrawIdx));
  }
}

}  // namespace

bool Canvas::begin() {
  if (!honest_) return honest_ = ats_js_glyph_honest() != 0;
  if (!begun_) begun_ = ats_js_canvas_ask() != 0;
  return begun_;
}

bool Canvas::start(const ImDrawData& data) {
  if (!on_) on_ = begin() && (begun_ || begin()) && ats_js_canvas_start() != 0;
  if (!on_) return false;
  // A new context has none of the textures; ImGui keeps their pixels.
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_WantUpdates) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_WantCreate);
  }
  return true;
}

void Canvas::stop() {
  if (begun_) ats_js_canvas_stop();
  begun_ = on_ = false;
}

void Canvas::draw(const ImDrawData& data, const paint::Color& ground) {
  for (ImTextureData* texture : *data.Textures) keep_in_step(*texture, on_);
  if (!on_) return;
  const float ratio = data.FramebufferScale.x;
  const int wide = static_cast<int>(std::round(data.DisplaySize.x * ratio));
  const int high = static_cast<int>(std::round(data.DisplaySize.y * ratio));
  ats_js_canvas_begin(data.DisplaySize.x, data.DisplaySize.y, wide, high, ground.red, ground.green,
                      ground.blue);
  for (const ImDrawList* list : data.CmdLists) draw_list(*list, ratio, wide, high);
}

}  // namespace ats::web
