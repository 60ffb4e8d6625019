/** The colours of a look, as the style sheet calls them and in the order in which the painter takes them. */
export const tokens =
  "page raised pressed text muted line border accent accent-hover on-accent link danger success warning".split(" ");

/** `#rrggbb` by token; what is not in it is as the style sheet and the painter have it. */
export type Palette = Record<string, string | undefined>;

/** What a host may give of one scheme's colours, each `#rrggbb`. */
export interface Given {
  surface?: string | undefined;
  text?: string | undefined;
  accent?: string | undefined;
  /** An accent that was given for the other scheme alone: this one's is made of it. */
  otherAccent?: string | undefined;
}

/** Red, green, blue, 0 to 255. */
type Colour = readonly number[];

export const readColour = (hex: string): Colour => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const write = (colour: Colour): string => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

const weights = [0.2126, 0.7152, 0.0722];
/** WCAG 2.2, "relative luminance". */
const luminance = (colour: Colour): number =>
  colour.reduce((sum, part, at) => {
    const share = part / 255;
    return sum + (weights[at] ?? 0) * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  }, 0);
export const contrast = (one: Colour, other: Colour): number => {
  const ratio = (luminance(one) + 0.05) / (luminance(other) + 0.05);
  return Math.max(ratio, 1 / ratio);
};

const mix = (under: Colour, over: Colour, share: number): Colour =>
  under.map((part, at) => Math.round(part + ((over[at] ?? 0) - part) * share));

/** `colour`, moved towards `to` just as far as it takes. */
function move(colour: Colour, to: Colour, holds: (colour: Colour) => boolean): Colour {
  for (let step = 0; step < 20; step++) {
    const moved = mix(colour, to, step / 20);
    if (holds(moved)) return moved;
  }
  return to;
}

const black = [0, 0, 0];
const white = [255, 255, 255];
/** What a look is made from where nothing is given: ground, text, accent, danger, success, warning. */
const light = ["#ffffff", "#14171f", "#4338ca", "#b42318", "#067647", "#93370d"];
const dark = ["#14161c", "#f2f4f8", "#a5a4ff", "#fda29b", "#75e0a7", "#fec84b"];

/** Where black and white stand out alike. */
const MIDDLE = 0.179;

/**
 * Makes the whole of a look of the few colours that were given: text reaches 4.5:1 on every ground that it stands on (7:1
 * with more contrast), lines and marks that say something 3:1. A colour that does not gives way as little as it must. A dark
 * surface makes a dark look, whichever scheme it is of.
 */
export function makePalette(
  { surface, text, accent, otherAccent }: Given,
  darkScheme: boolean,
  moreContrast: boolean,
): { palette: Palette; dark: boolean; page: string; text: string } {
  const isDark = surface ? luminance(readColour(surface)) < MIDDLE : darkScheme;
  const own = isDark ? dark : light;
  const from = (at: number, given?: string): Colour => readColour(given ?? own[at] ?? "");
  const ratio = moreContrast ? 7 : 4.5;
  const [far, near] = isDark ? [white, black] : [black, white];
  const on =
    (least: number, ...grounds: Colour[]) =>
    (colour: Colour): boolean =>
      grounds.every((ground) => contrast(colour, ground) >= least);
  // As much of an ink as tinted grounds have, and what the strongest of all has: what is furthest has to be seen on it.
  const [tint, strongest] = isDark ? [0.14, 0.14] : [0.07, 0.08];
  const page = move(from(0, surface), near, (ground) => on(ratio, mix(ground, far, strongest))(far));
  const raised = mix(page, far, isDark ? 0.045 : 0.035);
  const pressed = mix(page, far, isDark ? 0.09 : 0.075);
  const readable = (colour: Colour): Colour =>
    move(colour, far, (moved) => on(ratio, page, raised, pressed, mix(page, moved, tint))(moved));
  // It stands on the tinted ground of a notice too, whatever that one's tone is.
  const words = move(from(1, text), far, on(ratio, pressed, mix(page, far, strongest)));
  const border = move(mix(page, words, 0.5), far, on(moreContrast ? 4.5 : 3, page, raised));

  const brand = accent || !otherAccent ? from(2, accent) : readable(readColour(otherAccent));
  const ink = readColour("#14161c");
  const label = contrast(brand, white) >= contrast(brand, ink) ? white : ink;
  const away = label === white ? black : white;
  const fill = move(brand, away, on(ratio, label));

  const all = surface ?? text;
  const branded = all ?? accent ?? otherAccent;
  const made = [
    ...[page, raised, pressed, words, readable(mix(page, words, 0.68))],
    ...[moreContrast ? border : mix(page, words, 0.13), border],
    ...[fill, mix(fill, away, 0.14), label, readable(brand)],
    ...[3, 4, 5].map((at) => readable(from(at))),
  ].map(write);
  return {
    palette: Object.fromEntries<string | undefined>(
      tokens.map((token, at) => [token, (at > 6 && at < 11 ? branded : all) ? made[at] : undefined]),
    ),
    dark: isDark,
    page: write(page),
    text: write(words),
  };
}
