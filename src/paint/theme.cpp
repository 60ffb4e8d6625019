#include "paint/theme.hpp"

#include <algorithm>
#include <string_view>

namespace ats::paint {

namespace {

// Towards it a button's ground may change under the pointer without harm to its label.
Color away_from_label(const Theme& theme) {
  return rgb(contrast(theme.on_accent, rgb(0xFFFFFF)) < contrast(theme.on_accent, rgb(0)) ? 0x000000
                                                                                          : 0xFFFFFF);
}

void complete(Tone& tone, const Theme& theme) {
  tone.ink = readable(tone.ink, theme.page, theme.text_ratio, theme.text);
  tone.soft = mix(theme.page, tone.ink, theme.dark ? 0.14f : 0.07f);
  tone.ink_on_soft = readable(tone.ink, tone.soft, theme.text_ratio, theme.text);
}

void set_grounds(Theme& theme, bool more) {
  if (theme.dark) {
    theme.page = rgb(0x14161C);
    theme.raised = rgb(0x1E212A);
    theme.pressed = rgb(0x272B36);
    theme.text = rgb(0xF2F4F8);
    theme.muted = more ? rgb(0xCDD2DD) : rgb(0xA9B0BF);
    theme.line = more ? rgb(0x767E8F) : rgb(0x2C313D);
    theme.border = more ? rgb(0xA0A7B6) : rgb(0x767E8F);
  } else {
    theme.page = rgb(0xFFFFFF);
    theme.raised = rgb(0xF6F7F9);
    theme.pressed = rgb(0xECEEF2);
    theme.text = rgb(0x14171F);
    theme.muted = more ? rgb(0x4D5362) : rgb(0x565D6D);
    theme.line = more ? rgb(0x6A707B) : rgb(0xDEE2E8);
    theme.border = more ? rgb(0x6A707B) : rgb(0x7F8695);
  }
}

void set_accent(Theme& theme) {
  theme.accent = theme.dark ? rgb(0xA5A4FF) : rgb(0x4338CA);
  theme.on_accent = theme.dark ? rgb(0x14161C) : rgb(0xFFFFFF);
  theme.accent_hover = mix(theme.accent, away_from_label(theme), 0.14f);
}

void set_tones(Theme& theme, bool more) {
  theme.link.ink = theme.accent;
  theme.danger.ink = theme.dark ? rgb(0xFDA29B) : more ? rgb(0xA11F15) : rgb(0xB42318);
  theme.success.ink = theme.dark ? rgb(0x75E0A7) : more ? rgb(0x04603A) : rgb(0x067647);
  theme.warning.ink = theme.dark ? rgb(0xFEC84B) : rgb(0x93370D);
}

// In the order of web/link/picture/palette.ts, which makes them of what a host gave and sees to their
// contrast.
void read_palette(Theme& theme, std::string_view palette) {
  constexpr std::size_t length = 7;
  std::size_t at = 0;
  for (Color* color : {&theme.page, &theme.raised, &theme.pressed, &theme.text, &theme.muted, &theme.line,
                       &theme.border, &theme.accent, &theme.accent_hover, &theme.on_accent, &theme.link.ink,
                       &theme.danger.ink, &theme.success.ink, &theme.warning.ink}) {
    read_color(palette.substr(std::min(at, palette.size()), length), *color);
    at += length;
  }
}

}  // namespace

Theme make_theme(const Appearance& appearance) {
  Theme theme;
  const bool more = appearance.more_contrast;
  theme.dark = appearance.scheme == Scheme::dark;
  theme.text_ratio = more ? 7.0f : 4.5f;
  theme.radius = appearance.radius;
  theme.compact = appearance.compact;
  set_grounds(theme, more);
  set_accent(theme);
  set_tones(theme, more);
  read_palette(theme, appearance.palette);

  theme.accent_pressed = mix(theme.accent, away_from_label(theme), 0.26f);
  theme.disabled = theme.pressed;
  theme.on_disabled = theme.muted;
  theme.info.ink = theme.muted;
  for (Tone* tone : {&theme.link, &theme.danger, &theme.success, &theme.warning, &theme.info})
    complete(*tone, theme);
  return theme;
}

}  // namespace ats::paint
