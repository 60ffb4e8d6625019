#include "paint/motion.hpp"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace ats::paint {

namespace {

constexpr float fade_seconds = 0.12f;
constexpr double turn_seconds = 1.1;
constexpr float full_turn = 6.2831853f;

}  // namespace

ImGuiID key_of(const std::string& id) { return ImHashStr(id.data(), id.size()); }

void Motion::begin(double time, bool reduced) {
  // After a pause the first frame is a start, not a leap to the end.
  passed_ = moving_ ? std::clamp(static_cast<float>(time - time_), 0.0f, 0.1f) : 1.0f / 120.0f;
  time_ = time;
  reduced_ = reduced;
  moving_ = false;
  if (restart_) start_ = time;
  restart_ = false;
  ++frame_;
  // What was not drawn lately is gone from the screen.
  fades_.erase(std::remove_if(fades_.begin(), fades_.end(),
                              [this](const Fade& fade) { return fade.frame + 2 < frame_; }),
               fades_.end());
}

float Motion::fade(ImGuiID id, bool on) {
  const float goal = on ? 1.0f : 0.0f;
  if (reduced_) return goal;
  auto known = std::find_if(fades_.begin(), fades_.end(), [id](const Fade& fade) { return fade.id == id; });
  if (known == fades_.end()) {
    if (!on) return 0;
    known = fades_.insert(fades_.end(), Fade{id, 0, frame_ - 1});
  }
  if (known->frame != frame_) {
    const float step = passed_ / fade_seconds;
    known->value += std::clamp(goal - known->value, -step, step);
    known->frame = frame_;
  }
  if (known->value != goal) moving_ = true;
  return known->value;
}

float Motion::settled(ImGuiID id, bool on) {
  const bool known =
      std::any_of(fades_.begin(), fades_.end(), [id](const Fade& fade) { return fade.id == id; });
  if (!known) fades_.push_back({id, on ? 1.0f : 0.0f, frame_});
  return fade(id, on);
}

float Motion::turn() {
  if (reduced_) return 0;
  moving_ = true;
  return static_cast<float>(std::fmod(time_, turn_seconds) / turn_seconds) * full_turn;
}

float Motion::progress(double seconds) {
  if (reduced_) return 1;
  const auto share = static_cast<float>(std::clamp((time_ - start_) / seconds, 0.0, 1.0));
  if (share < 1) moving_ = true;
  return share;
}

}  // namespace ats::paint
