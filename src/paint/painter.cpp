#include "paint/painter.hpp"

#include <algorithm>

#include "paint/motion.hpp"
#include "paint/regions.hpp"
#include "paint/theme.hpp"
#include "paint/type.hpp"

namespace ats::paint {

namespace {

constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                  ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                  ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground |
                                  ImGuiWindowFlags_NoBringToFrontOnFocus;

ImGuiContext* make_context(GlyphSource& glyphs) {
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.ConfigInputTrickleEventQueue = false;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.Fonts->UserData = &glyphs;
  io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  io.Fonts->SetFontLoader(browser_font_loader());
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = style.ItemSpacing = style.FramePadding = ImVec2(0, 0);
  style.WindowMinSize = ImVec2(1, 1);
  style.WindowBorderSize = style.ChildBorderSize = 0;
  style.WindowRounding = style.ChildRounding = 0;
  style.AntiAliasedLinesUseTex = false;
  return context;
}

void feed(const FrameInput& input, double passed) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(input.width, input.height);
  io.DisplayFramebufferScale = ImVec2(input.pixel_ratio, input.pixel_ratio);
  io.DeltaTime = static_cast<float>(std::clamp(passed, 0.001, 0.1));
  const bool outside = input.pointer_x < 0 || input.pointer_y < 0;
  io.AddMousePosEvent(outside ? -FLT_MAX : input.pointer_x, outside ? -FLT_MAX : input.pointer_y);
  ImGui::GetStyle().CircleTessellationMaxError = 0.15f / std::max(input.pixel_ratio, 1.0f);
}

}  // namespace

struct Painter::Inside {
  explicit Inside(GlyphSource& glyphs) : context(make_context(glyphs)), type(*ImGui::GetIO().Fonts) {}

  ImGuiContext* context;
  Type type;
  Theme theme = make_theme({});
  Appearance appearance;
  Motion motion;
  view::ViewModel view;
  Layout layout;
  float header_height = 0, footer_height = 0;  // As last laid out, wherever they lie.
  double last_time = 0;

  [[nodiscard]] bool low(const FrameInput& input) const {
    return input.height < low_height || input.height - header_height - footer_height < least_content;
  }

  // Runs `draw` in a child window over the card's `top` to `bottom`; returns how high it came out.
  template <class Draw>
  float region(const char* name, const FrameInput& input, float top, float bottom, float scroll,
               std::vector<Rect>& rects, Draw draw) {
    ImGui::SetCursorPos(ImVec2(0, top));
    ImGui::SetNextWindowScroll(ImVec2(0, scroll));
    // Its answer, "nothing of it is seen", does not matter: what is not seen has rectangles too.
    ImGui::BeginChild(name, ImVec2(input.width, std::max(bottom - top, 1.0f)), ImGuiChildFlags_None, bare);
    Stage stage(theme, type, motion, input, rects);
    draw(stage);
    ImGui::SetCursorPos(ImVec2(0, 0));
    ImGui::Dummy(ImVec2(input.width, stage.y()));
    ImGui::EndChild();
    return stage.y();
  }

  Layout draw_low(const FrameInput& input) {
    Layout made{input.width, 0, 0, 0, {}, {}, {}};
    made.content =
        region("content", input, 0, input.height, input.scroll, made.content_rects, [&](Stage& stage) {
          draw_header(stage, view);
          header_height = stage.y();
          draw_content(stage, view);
          const float above = stage.y();
          draw_footer(stage, view, false);
          footer_height = stage.y() - above;
        });
    return made;
  }

  Layout draw_high(const FrameInput& input) {
    Layout made{input.width, 0, 0, 0, {}, {}, {}};
    const float top = header_height, bottom = input.height - footer_height;
    made.content = region("content", input, top, bottom, input.scroll, made.content_rects,
                          [&](Stage& stage) { draw_content(stage, view); });
    const float hidden_below = made.content - (bottom - top) - input.scroll;
    made.header = region("header", input, 0, top, 0, made.header_rects, [&](Stage& stage) {
      draw_header(stage, view);
      if (input.scroll >= 1) stage.brush.rule(0, input.width, stage.y() - stage.brush.pixel(), theme.line);
    });
    made.footer = region("footer", input, bottom, input.height, 0, made.footer_rects,
                         [&](Stage& stage) { draw_footer(stage, view, hidden_below >= 1); });
    header_height = made.header;
    footer_height = made.footer;
    return made;
  }

  Layout pass(const FrameInput& input) {
    ImGui::NewFrame();
    // NewFrame sets one CSS px; soft edges are one device px here.
    ImGui::GetCurrentContext()->DrawListSharedData.InitialFringeScale = 1.0f / input.pixel_ratio;
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImVec2(input.width, input.height));
    ImGui::Begin("card", nullptr, bare);
    ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(0, 0), ImVec2(input.width, input.height),
                                              packed(theme.page));
    Layout made = low(input) ? draw_low(input) : draw_high(input);
    ImGui::End();
    ImGui::Render();
    return made;
  }
};

Painter::Painter(GlyphSource& glyphs) : inside_(std::make_unique<Inside>(glyphs)) {}

Painter::~Painter() { ImGui::DestroyContext(inside_->context); }

void Painter::show(const view::ViewModel& view) {
  if (view.screen != inside_->view.screen || view.mood != inside_->view.mood) inside_->motion.restart();
  inside_->view = view;
}

void Painter::set_appearance(const Appearance& appearance) {
  inside_->appearance = appearance;
  inside_->theme = make_theme(appearance);
}

void Painter::drop_glyphs() {
  ImGui::SetCurrentContext(inside_->context);
  ImFontAtlasBuildClear(ImGui::GetIO().Fonts);
}

bool Painter::frame(const FrameInput& input) {
  Inside& inside = *inside_;
  ImGui::SetCurrentContext(inside.context);
  inside.type.set(input.text_scale, input.pixel_ratio);
  inside.motion.begin(input.time, inside.appearance.reduced_motion);
  feed(input, input.time - inside.last_time);
  inside.last_time = input.time;
  // Where header and footer leave off is known once they were drawn: a changed screen takes a second pass,
  // and a third where that made the window count as low.
  for (int pass = 0; pass < 3; ++pass) {
    Layout made = inside.pass(input);
    const bool settled = made == inside.layout;
    inside.layout = std::move(made);
    if (settled) break;
  }
  return inside.motion.moving();
}

const Layout& Painter::layout() const { return inside_->layout; }

}  // namespace ats::paint
