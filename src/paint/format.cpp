#include <cstdarg>
#include <cstddef>
#include <cstdint>

#include "imgui.h"
#include "imgui_internal.h"

// ImGui names its child windows with these (IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS). Only %s, %d and %x with
// a width are read: the whole of printf, with its floating point, costs the module 15 kB.

namespace {

class Target {
 public:
  Target(char* start, std::size_t room) : start_(start), room_(room) {}

  void put(char c) {
    if (start_ != nullptr && size_ + 1 < room_) start_[size_] = c;
    ++size_;
  }
  void put(const char* text) {
    for (; *text != '\0'; ++text) put(*text);
  }
  void put_number(unsigned number, unsigned base, int width, const char* digits) {
    char reversed[12];
    int count = 0;
    do {
      reversed[count++] = digits[number % base];
      number /= base;
    } while (number != 0);
    for (int i = count; i < width; ++i) put('0');
    while (count > 0) put(reversed[--count]);
  }
  // The length that was written, or that is needed where there is no buffer.
  int end() {
    if (start_ == nullptr || room_ == 0) return static_cast<int>(size_);
    if (size_ >= room_) size_ = room_ - 1;
    start_[size_] = '\0';
    return static_cast<int>(size_);
  }

 private:
  char* start_;
  std::size_t room_, size_ = 0;
};

}  // namespace

int ImFormatStringV(char* buf, std::size_t buf_size, const char* fmt, va_list args) {
  Target target(buf, buf_size);
  for (; *fmt != '\0'; ++fmt) {
    if (*fmt != '%') {
      target.put(*fmt);
      continue;
    }
    int width = 0;
    ++fmt;
    if (*fmt == '.') ++fmt;  // "%.2X" pads as "%02X" does.
    for (; *fmt >= '0' && *fmt <= '9'; ++fmt) width = width * 10 + (*fmt - '0');
    if (*fmt == '\0') break;
    if (*fmt == 's') {
      const char* text = va_arg(args, const char*);
      target.put(text != nullptr ? text : "(null)");
    } else if (*fmt == 'd') {
      const int number = va_arg(args, int);
      if (number < 0) target.put('-');
      target.put_number(number < 0 ? 0u - static_cast<unsigned>(number) : static_cast<unsigned>(number), 10,
                        width, "0123456789");
    } else if (*fmt == 'X' || *fmt == 'x') {
      target.put_number(va_arg(args, unsigned), 16, width,
                        *fmt == 'X' ? "0123456789ABCDEF" : "0123456789abcdef");
    } else {
      target.put(*fmt);
    }
  }
  return target.end();
}

int ImFormatString(char* buf, std::size_t buf_size, const char* fmt, ...) {
  va_list args;
  va_start(args, fmt);
  const int size = ImFormatStringV(buf, buf_size, fmt, args);
  va_end(args);
  return size;
}
