import { configShape } from "./config_shape.ts";
import { fits } from "./shape.ts";

type Members = Record<string, unknown>;

const scheme = /^(light|dark|system)$/;
const colour = /^#[0-9a-f]{6}$/i;
/** Plain family names: the list goes into a style and into canvas 2D. */
const font = /^[\p{L}\p{N} ,'_-]{1,100}$/u;
const density = /^(comfortable|compact)$/;
const theme: Record<string, RegExp> = { __proto__: null as never, scheme, density, font };
for (const name of ["accent", "surface", "text"]) theme[name] = theme[`${name}Dark`] = colour;
const isRadius = (value: unknown): boolean => typeof value === "number" && value >= 0 && value <= 24;
const mode = /^(connect|relink)$/;
const reason = /^(expired|revoked|permissions|other)$/;

const matches = (value: unknown, pattern: RegExp | undefined): boolean =>
  typeof value === "string" && pattern?.test(value) === true;

/** With what the opener itself adds. */
const shape = { ...configShape, supportRequest: true };

/**
 * The path of the first member of a configuration that is not as it should be, or null. The opener knows names and types
 * alone, to stay small; what a text may say is looked at here, in the link page.
 */
export function wrongInConfig(config: object): string | null {
  for (const [name, value] of Object.entries(config) as [string, unknown][]) {
    if (!fits({ [name]: value }, shape, true)) return name;
    if (name === "mode" && !matches(value, mode)) return name;
    if (name === "relink" && Object.values(value as Members).some((text) => !matches(text, reason)))
      return "relink.reason";
    if (name !== "theme" || matches(value, scheme)) continue;
    if (!fits(value, {})) return name;
    for (const [member, given] of Object.entries(value as Members)) {
      const right = member === "radius" ? isRadius(given) : matches(given, theme[member]);
      if (!right) return `theme.${member}`;
    }
  }
  return null;
}

export const fitsConfig = (config: unknown): boolean => fits(config, {}) && wrongInConfig(config as object) === null;
