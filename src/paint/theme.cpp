#include "paint/theme.hpp"

namespace ats::paint {

namespace {

Tone make_tone(const Color& ink, const Theme& theme, float text_ratio) {
  Tone tone;
  tone.ink = readable(ink, theme.page, text_ratio, theme.text);
  tone.soft = mix(theme.page, tone.ink, theme.dark ? 0.14f : 0.07f);
  tone.ink_on_soft = readable(tone.ink, tone.soft, text_ratio, theme.text);
  return tone;
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

void set_accent(Theme& theme, const Appearance& appearance) {
  const Color white = rgb(0xFFFFFF), ink = rgb(0x14161C);
  theme.accent = theme.dark ? rgb(0xA5A4FF) : rgb(0x4338CA);
  read_color(appearance.accent, theme.accent);
  const float ratio = appearance.more_contrast ? 7.0f : 4.5f;
  theme.on_accent = contrast(theme.accent, white) >= contrast(theme.accent, ink) ? white : ink;
  const Color away = theme.on_accent == white ? rgb(0x000000) : white;
  // A middling accent gives way to its own label, and a pale one to the page it must stand out from.
  theme.accent = readable(theme.accent, theme.on_accent, ratio, away);
  theme.accent_hover = mix(theme.accent, away, 0.14f);
  theme.accent_pressed = mix(theme.accent, away, 0.26f);
}

}  // namespace

Theme make_theme(const Appearance& appearance) {
  Theme theme;
  const bool more = appearance.more_contrast;
  theme.dark = appearance.scheme == Scheme::dark;
  set_grounds(theme, more);
  set_accent(theme, appearance);
  theme.disabled = theme.pressed;
  theme.on_disabled = theme.muted;

  const float ratio = theme.text_ratio = more ? 7.0f : 4.5f;
  theme.link = make_tone(theme.accent, theme, ratio);
  theme.info = make_tone(theme.muted, theme, ratio);
  if (theme.dark) {
    theme.danger = make_tone(rgb(0xFDA29B), theme, ratio);
    theme.success = make_tone(rgb(0x75E0A7), theme, ratio);
    theme.warning = make_tone(rgb(0xFEC84B), theme, ratio);
  } else {
    theme.danger = make_tone(more ? rgb(0xA11F15) : rgb(0xB42318), theme, ratio);
    theme.success = make_tone(more ? rgb(0x04603A) : rgb(0x067647), theme, ratio);
    theme.warning = make_tone(rgb(0x93370D), theme, ratio);
  }
  return theme;
}

}  // namespace ats::paint
