import type { PortConfig } from "../../types/port.ts";
import {
  type Appearance,
  applyAppearance,
  type Preferences,
  resolveAppearance,
  watchPreferences,
} from "./appearance.ts";

/** How the page looks now: by the host's theme and the user's preferences, both of which may change. */
export interface Look {
  readonly current: Appearance;
  theme(theme: PortConfig["theme"]): void;
  /** The page's own font, which goes before a host's. */
  brand(font: string): void;
  /** Called at once, and after every change. */
  watch(changed: (appearance: Appearance) => void): void;
}

/** `theme`: that in which a screen is shown already. */
export function createLook(theme?: PortConfig["theme"]): Look {
  let brandFont = "";
  let preferences: Preferences = { dark: false, moreContrast: false, reducedMotion: false };
  let current = resolveAppearance(theme, preferences, brandFont);
  let told = (_: Appearance): void => {};
  const appear = (): void => {
    current = resolveAppearance(theme, preferences, brandFont);
    applyAppearance(document.documentElement, current);
    told(current);
  };
  watchPreferences(window, (read) => {
    preferences = read;
    appear();
  });
  return {
    get current() {
      return current;
    },
    theme(wanted) {
      theme = wanted;
      appear();
    },
    brand(font) {
      brandFont = font;
      appear();
    },
    watch(changed) {
      told = changed;
      changed(current);
    },
  };
}

const FAMILY = "ATS Link brand";

/** Begins to load the page's own font file and returns the family to ask for; "" without one. The system's font stands in. */
export function brandFont(url: string | undefined): string {
  if (!url) return "";
  const face = new FontFace(FAMILY, `url("${new URL(url, document.baseURI).href}")`, { display: "swap" });
  document.fonts.add(face);
  face.load().catch(() => console.warn("ATS Link: the font of fontUrl did not load"));
  return `"${FAMILY}"`;
}
