#include <catch2/catch_test_macros.hpp>
#include <string>

#include "imgui.h"
#include "imgui_internal.h"

namespace {

template <class... Values>
std::string formatted(std::size_t room, const char* format, Values... values) {
  char buffer[64] = {};
  const int size = ImFormatString(buffer, room, format, values...);
  CHECK(size == static_cast<int>(std::string(buffer).size()));
  return buffer;
}

}  // namespace

TEST_CASE("ImGui's window names come out as printf would write them") {
  CHECK(formatted(64, "%s/%s_%08X", "card", "content", 0xAB12u) == "card/content_0000AB12");
  CHECK(formatted(64, "##Popup_%08x", 0xDEADBEEFu) == "##Popup_deadbeef");
  CHECK(formatted(64, "%s###Menu_%02d", "a", 7) == "a###Menu_07");
  CHECK(formatted(64, "%d%%", -12) == "-12%");
  CHECK(formatted(64, "<U+%.4X>", 31u) == "<U+001F>");
}

TEST_CASE("a text that is longer than its buffer is cut and still ends") {
  CHECK(formatted(5, "%s", "abcdefgh") == "abcd");
  CHECK(formatted(1, "%s", "abc").empty());
  CHECK(formatted(8, "%s%", "abc") == "abc");
}
