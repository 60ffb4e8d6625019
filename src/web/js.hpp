#pragma once

#include <cstddef>
#include <cstdint>

// The JavaScript side of src/web/imports*.js. Texts are UTF-8 without a terminator.
extern "C" {
void ats_js_show(const char* json, std::size_t size);
void ats_js_layout(const char* json, std::size_t size);
void ats_js_perform(const char* json, std::size_t size);
void ats_js_error(const char* text, std::size_t size);
void ats_js_seal(const char* json, std::size_t size, const void* table, std::size_t count);
void ats_js_ask_frame();
int ats_js_online();
int ats_js_relay_refused();
int ats_js_answered_elsewhere(unsigned id, const char* url);
void ats_js_abort_request(unsigned id);

double ats_js_sine(double radians);
double ats_js_cosine(double radians);
double ats_js_arc_cosine(double value);

void ats_js_glyph_line(int weight, float size, float* out);
void ats_js_glyph_measure(int weight, float size, std::uint32_t character, float shift, float* out);
void ats_js_glyph_raster(int weight, float size, std::uint32_t character, float shift, int left, int top,
                         int width, int height, std::uint8_t* target, int stride);
int ats_js_glyph_honest();

int ats_js_canvas_ask();
int ats_js_canvas_start();
void ats_js_canvas_stop();
void ats_js_canvas_texture(int id, int width, int height, const void* pixels, int x, int y, int part_width,
                           int part_height, int fresh);
void ats_js_canvas_drop_texture(int id);
void ats_js_canvas_begin(float width, float height, int pixels_wide, int pixels_high, float red, float green,
                         float blue);
void ats_js_canvas_list(const void* vertices, std::size_t vertex_bytes, const void* indices,
                        std::size_t index_bytes);
void ats_js_canvas_draw(int texture, int x, int y, int width, int height, unsigned count, std::size_t offset);
}
