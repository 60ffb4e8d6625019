import type { Frame, Page } from "playwright-core";
import { drawnParts, type Part } from "./drawn_parts.ts";
import { paintedLines } from "./painted_text.ts";
import { type Area, type Color, contrast, decode, groundAndInk, grounds, type Pixels } from "./pixels.ts";
import { shownText } from "./shown_text.ts";

export interface Measured {
  what: string;
  kind: "text" | "part";
  ratio: number;
  disabled: boolean;
}

const hex = (color: Color): string => `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

function cssColor(text: string): Color {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (/^rgba?\((.*)\)$/.exec(text)?.[1] ?? "").split(",").map(Number);
  if (alpha !== 1) throw new Error(`not an opaque colour: ${text}`);
  return [red, green, blue];
}

/** Against the worst ground that a text of this colour stands on. */
function textRatio(pixels: Pixels, area: Area, color: Color): { ratio: number; on: Color } {
  const found = grounds(pixels, area).map((on) => ({ on, ratio: contrast(on, color) }));
  return found.reduce((worst, next) => (next.ratio < worst.ratio ? next : worst));
}

/** The colours across the left side of a part, from 3 px outside to 7 px inside, at half its height. */
function across(pixels: Pixels, { x, y, height }: Part): Color[] {
  const row = Math.round(y + height / 2);
  return Array.from({ length: 10 }, (_, index) => pixels.at(Math.max(0, Math.round(x) - 3 + index), row));
}

function partRatio(pixels: Pixels, part: Part): number {
  if (part.kind === "ink") return groundAndInk(pixels, part).ratio;
  const colors = across(pixels, part);
  const [outside = [0, 0, 0] as const, inside = [0, 0, 0] as const] = [colors[0], colors.at(-1)];
  if (part.kind === "fill") return contrast(outside, inside);
  return Math.max(...colors.map((edge) => Math.min(contrast(edge, outside), contrast(edge, inside))));
}

/**
 * Measures everything that a screen shows, at one device pixel per CSS px. Its text must have been taken out of the
 * picture (`takeLettersOut`, `hideText`): the colour of a text is what the painter or CSS says, its ground is what the
 * pixels say, so that the blur of edges counts for nothing and whatever lies behind a text counts.
 */
export async function measureContrast(page: Page, frame: Frame, view: "canvas" | "text"): Promise<Measured[]> {
  const pixels = decode(await page.screenshot({ animations: "allow", caret: "initial" }));
  const measured: Measured[] = [];
  const parts = await drawnParts(frame, view);
  const off = parts.filter(({ disabled }) => disabled);
  const inside = (outer: Area, { x, y }: Area) =>
    x >= outer.x && x < outer.x + outer.width && y >= outer.y && y < outer.y + outer.height;
  const addText = (what: string, area: Area, color: Color, disabled: boolean) => {
    const { ratio, on } = textRatio(pixels, area, color);
    measured.push({ what: `${what}, ${hex(color)} on ${hex(on)}`, kind: "text", ratio, disabled });
  };
  for (const text of await shownText(frame, view)) addText(`“${text.text}”`, text, cssColor(text.color), text.disabled);
  if (view === "canvas")
    for (const { area, color, count } of await paintedLines(frame)) {
      const at = `${count} letters at ${Math.round(area.x)}, ${Math.round(area.y)}`;
      addText(
        at,
        area,
        color,
        off.some((part) => inside(part, area)),
      );
    }
  for (const part of parts) {
    const what = `${part.what} at ${Math.round(part.x)}, ${Math.round(part.y)}`;
    measured.push({ what, kind: "part", ratio: partRatio(pixels, part), disabled: part.disabled });
  }
  return measured;
}
