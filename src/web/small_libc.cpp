#include <algorithm>
#include <cstdarg>
#include <cstddef>
#include <cstdlib>
#include <utility>

#include "web/js.hpp"

// Functions of the C library, smaller than the library's own: those bring 128-bit floating point with
// them, 20 kB.
extern "C" {

// The JSON library words errors and writes control characters with it: "%.4X" and "%04x", nothing else.
int snprintf(char* target, std::size_t size, const char* format, ...);
int snprintf(char* target, std::size_t size, const char* format, ...) {
  std::size_t length = 0;
  const auto put = [&](char c) {
    if (length + 1 < size) target[length] = c;
    ++length;
  };
  va_list values;
  va_start(values, format);
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      put(*format);
      continue;
    }
    while (*format != 'x' && *format != 'X') ++format;
    const char* digits = *format == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
    const unsigned value = va_arg(values, unsigned);
    for (int shift = 12; shift >= 0; shift -= 4) put(digits[(value >> shift) & 15]);
  }
  va_end(values);
  if (size > 0) target[std::min(length, size - 1)] = '\0';
  return static_cast<int>(length);
}

// The JSON parser reads fractions with it; no message of ours holds one that is used, so the last bit does
// not matter.
double strtod(const char* text, char** end) {
  const bool negative = *text == '-';
  if (negative) ++text;
  double value = 0;
  int exponent = 0;
  for (; *text >= '0' && *text <= '9'; ++text) value = value * 10 + (*text - '0');
  if (*text == '.') {
    for (++text; *text >= '0' && *text <= '9'; ++text, --exponent) value = value * 10 + (*text - '0');
  }
  if (*text == 'e' || *text == 'E') {
    const bool down = text[1] == '-';
    text += text[1] == '-' || text[1] == '+' ? 2 : 1;
    int power = 0;
    for (; *text >= '0' && *text <= '9'; ++text) power = power > 999 ? power : power * 10 + (*text - '0');
    exponent += down ? -power : power;
  }
  for (; exponent > 0 && value < 1e300; --exponent) value *= 10;
  for (; exponent < 0 && value > 0; ++exponent) value /= 10;
  if (end != nullptr) *end = const_cast<char*>(text);
  return negative ? -value : value;
}

// Unused, but the library keeps the three in one object: without these it would bring its own.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

// ImGui sorts a few glyph rectangles with it. Insertion keeps equal ones in their order.
void qsort(void* items, std::size_t count, std::size_t size, int (*compare)(const void*, const void*)) {
  auto* bytes = static_cast<char*>(items);
  for (std::size_t next = 1; next < count; ++next) {
    for (char* at = bytes + next * size; at != bytes && compare(at - size, at) > 0; at -= size) {
      for (std::size_t i = 0; i < size; ++i) std::swap(at[i], at[i - size]);
    }
  }
}

// ImGui rounds corners with them. The browser has them.
float sinf(float radians) { return static_cast<float>(ats_js_sine(static_cast<double>(radians))); }
float cosf(float radians) { return static_cast<float>(ats_js_cosine(static_cast<double>(radians))); }
float acosf(float value) { return static_cast<float>(ats_js_arc_cosine(static_cast<double>(value))); }

}  // extern "C"
