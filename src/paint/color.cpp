#include "paint/color.hpp"

#include <algorithm>
#include <cmath>

namespace ats::paint {

namespace {

float linear(float channel) {
  return channel <= 0.04045f ? channel / 12.92f : std::pow((channel + 0.055f) / 1.055f, 2.4f);
}

float luminance(const Color& c) {
  return 0.2126f * linear(c.red) + 0.7152f * linear(c.green) + 0.0722f * linear(c.blue);
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

Color rgb(std::uint32_t hex) {
  const auto channel = [hex](unsigned shift) { return static_cast<float>((hex >> shift) & 0xFFu) / 255.0f; };
  return {channel(16), channel(8), channel(0), 1};
}

bool read_color(std::string_view text, Color& color) {
  if (text.size() != 7 || text[0] != '#') return false;
  std::uint32_t hex = 0;
  for (const char c : text.substr(1)) {
    const int digit = hex_digit(c);
    if (digit < 0) return false;
    hex = hex * 16 + static_cast<std::uint32_t>(digit);
  }
  color = rgb(hex);
  return true;
}

Color mix(const Color& under, const Color& over, float share) {
  const auto blend = [share](float a, float b) { return a + (b - a) * share; };
  return {blend(under.red, over.red), blend(under.green, over.green), blend(under.blue, over.blue), 1};
}

Color fade(const Color& color, float alpha) {
  return {color.red, color.green, color.blue, color.alpha * alpha};
}

float contrast(const Color& a, const Color& b) {
  const float first = luminance(a) + 0.05f, second = luminance(b) + 0.05f;
  return std::max(first, second) / std::min(first, second);
}

Color readable(const Color& color, const Color& ground, float ratio, const Color& to) {
  for (int step = 0; step < 20; ++step) {
    const Color candidate = mix(color, to, static_cast<float>(step) / 20.0f);
    if (contrast(candidate, ground) >= ratio) return candidate;
  }
  return to;
}

}  // namespace ats::paint
