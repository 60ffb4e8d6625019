#pragma once

#include <string>
#include <vector>

#include "imgui.h"

namespace ats::paint {

/// What a thing's fades are known by.
[[nodiscard]] ImGuiID key_of(const std::string& id);

/// What moves: fades of hover and press (120 ms), the turning mark, the check that draws itself. Still
/// otherwise.
class Motion {
 public:
  /// Once a frame, before anything is drawn. `time` in seconds.
  void begin(double time, bool reduced);

  /// How far `id` is towards `on`, 0 to 1.
  [[nodiscard]] float fade(ImGuiID id, bool on);
  /// The same for what lasts: first seen it is already where it belongs.
  [[nodiscard]] float settled(ImGuiID id, bool on);
  /// The angle of a turning mark in radians; 0 with reduced motion.
  [[nodiscard]] float turn();
  /// 0 to 1 over `seconds` since `restart`; 1 with reduced motion.
  [[nodiscard]] float progress(double seconds);
  void restart() { restart_ = true; }

  [[nodiscard]] bool moving() const { return moving_; }

 private:
  struct Fade {
    ImGuiID id = 0;
    float value = 0;
    int frame = 0;
  };
  std::vector<Fade> fades_;
  double time_ = 0, start_ = 0;
  float passed_ = 0;
  int frame_ = 0;
  bool reduced_ = false, moving_ = false, restart_ = false;
};

}  // namespace ats::paint
