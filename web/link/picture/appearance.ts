import type { Theme } from "../../types/index.ts";

/** How the wizard looks, for both views. */
export interface Appearance {
  scheme: "light" | "dark";
  moreContrast: boolean;
  reducedMotion: boolean;
  /** `#rrggbb`, or "" for the default. */
  accent: string;
  /** A CSS font-family list, or "" for the system's. */
  font: string;
}

export interface Preferences {
  dark: boolean;
  moreContrast: boolean;
  reducedMotion: boolean;
}

const isColour = (value: string | undefined): value is string => /^#[0-9a-f]{6}$/i.test(value ?? "");

/** Only plain family names: the list goes into a style and into canvas 2D. */
const isFamily = (value: string | undefined): value is string => /^[\p{L}\p{N} ,'_-]{1,100}$/u.test(value ?? "");

export function resolveAppearance(
  theme: "light" | "dark" | "system" | Theme | undefined,
  preferences: Preferences,
  brandFont = "",
): Appearance {
  const { scheme, accent, accentDark, font }: Theme =
    typeof theme === "object" ? theme : theme ? { scheme: theme } : {};
  const dark = scheme === "dark" || (scheme !== "light" && preferences.dark);
  const wanted = dark ? accentDark : accent;
  return {
    scheme: dark ? "dark" : "light",
    moreContrast: preferences.moreContrast,
    reducedMotion: preferences.reducedMotion,
    accent: isColour(wanted) ? wanted.toLowerCase() : "",
    font: brandFont || (isFamily(font) ? font : ""),
  };
}

const queries = {
  dark: "(prefers-color-scheme: dark)",
  moreContrast: "(prefers-contrast: more)",
  reducedMotion: "(prefers-reduced-motion: reduce)",
} as const;

/** The user's preferences, live. */
export function watchPreferences(window: Window, changed: (preferences: Preferences) => void): void {
  const { matchMedia } = window;
  const lists = Object.values(queries).map((query) => matchMedia.call(window, query));
  const read = (): void => {
    const [dark, moreContrast, reducedMotion] = lists.map((list) => list.matches);
    changed({ dark: dark === true, moreContrast: moreContrast === true, reducedMotion: reducedMotion === true });
  };
  for (const list of lists) list.addEventListener("change", read);
  read();
}

/** 0xRRGGBB for the painter; -1: its default. */
export const accentNumber = ({ accent }: Appearance): number => (accent ? Number.parseInt(accent.slice(1), 16) : -1);

/** WCAG relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Tells CSS. Custom properties set by script need no style permission. */
export function applyAppearance(root: HTMLElement, appearance: Appearance): void {
  root.dataset["theme"] = appearance.scheme;
  root.dataset["contrast"] = appearance.moreContrast ? "more" : "";
  const set = (name: string, value: string): void => {
    if (value) root.style.setProperty(name, value);
    else root.style.removeProperty(name);
  };
  set("--font", appearance.font && `${appearance.font}, system-ui, sans-serif`);
  set("--accent", appearance.accent);
  set("--on-accent", appearance.accent && (luminance(appearance.accent) > 0.179 ? "#14161c" : "#ffffff"));
}
