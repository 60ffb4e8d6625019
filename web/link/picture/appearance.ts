import type { Theme } from "../../types/index.ts";
import { type Given, makePalette, type Palette, tokens } from "./palette.ts";

/** How the wizard looks, for both views. */
export interface Appearance {
  scheme: "light" | "dark";
  moreContrast: boolean;
  reducedMotion: boolean;
  /** The colours that are not the default. */
  palette: Palette;
  /** Of buttons, fields and rows, in CSS px. */
  radius: number;
  compact: boolean;
  /** A CSS font-family list, or "" for the system's. */
  font: string;
  /** The same for the painter: seven characters for each token, blank for its default. */
  painted: string;
  /** Of the card, `#rrggbb`, whether given or not. */
  page: string;
  text: string;
  /** What the palette was made of, and what the members of the theme that brought it end with. */
  given: Given;
  suffix: "" | "Dark";
}

export interface Preferences {
  dark: boolean;
  moreContrast: boolean;
  reducedMotion: boolean;
}

export const RADIUS = 10;

export function resolveAppearance(
  theme: "light" | "dark" | "system" | Theme | undefined,
  { dark: prefersDark, moreContrast, reducedMotion }: Preferences,
  brandFont = "",
): Appearance {
  const wanted: Theme = typeof theme === "object" ? theme : theme ? { scheme: theme } : {};
  const { scheme, font = "", radius = RADIUS, density } = wanted;
  const suffix = scheme === "dark" || (scheme !== "light" && prefersDark) ? "Dark" : "";
  const of = (name: "surface" | "text" | "accent", end: "" | "Dark" = suffix): string | undefined =>
    wanted[`${name}${end}`]?.toLowerCase();
  const given = {
    surface: of("surface"),
    text: of("text"),
    accent: of("accent"),
    otherAccent: of("accent", suffix ? "" : "Dark"),
  };
  const { dark, ...colours } = makePalette(given, suffix !== "", moreContrast);
  const painted = tokens.map((token) => colours.palette[token] ?? " ".repeat(7)).join("");
  return {
    ...colours,
    ...{ painted, given, suffix, moreContrast, reducedMotion, radius },
    scheme: dark ? "dark" : "light",
    compact: density === "compact",
    font: brandFont || font,
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

/** Tells CSS. Custom properties set by script need no style permission. */
export function applyAppearance(root: HTMLElement, appearance: Appearance): void {
  const { scheme, moreContrast, compact, palette, radius, font } = appearance;
  Object.assign(root.dataset, {
    theme: scheme,
    contrast: moreContrast ? "more" : "",
    density: compact ? "compact" : "",
  });
  const set = (name: string, value: string | undefined): void => {
    if (value) root.style.setProperty(`--${name}`, value);
    else root.style.removeProperty(`--${name}`);
  };
  set("font", font && `${font}, system-ui, sans-serif`);
  set("radius", radius === RADIUS ? "" : `${radius}px`);
  for (const token of tokens) set(token, palette[token]);
}

/** For the integrator: which colours lacked contrast, and what stands in their place, a sentence each. */
export function gaveWay({ given, suffix, palette, moreContrast }: Appearance): string[] {
  // That somebody wants more contrast is no business of the integrator's.
  if (moreContrast) return [];
  const notes: string[] = [];
  const compare = (member: string, wanted: string | undefined, used = "", asText = used): void => {
    const note = `theme.${member}${suffix}: ${wanted} lacks contrast;`;
    if (wanted && wanted !== used) notes.push(`${note} ${used} is used`);
    else if (wanted && wanted !== asText) notes.push(`${note} ${asText} is used for text and lines`);
  };
  compare("surface", given.surface, palette["page"]);
  compare("text", given.text, palette["text"]);
  compare("accent", given.accent, palette["accent"], palette["link"]);
  return notes;
}

const told = new Set<string>();

/** Each once, however often the look changes back and forth. */
export function tellColours(look: Appearance | null): void {
  for (const note of look ? gaveWay(look) : []) {
    if (!told.has(note)) console.warn(`ATS Link: ${note}`);
    told.add(note);
  }
}
