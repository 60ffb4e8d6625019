import { PNG } from "pngjs";

export type Color = readonly [red: number, green: number, blue: number];

/** A picture, and colours by its device pixels. */
export interface Pixels {
  width: number;
  height: number;
  at(x: number, y: number): Color;
  /** The same as one number, 0xRRGGBB. */
  key(x: number, y: number): number;
}

export function decode(png: Buffer): Pixels {
  const { width, height, data } = PNG.sync.read(png);
  return {
    width,
    height,
    at: (x, y) => {
      const start = (y * width + x) * 4;
      return [data[start] ?? 0, data[start + 1] ?? 0, data[start + 2] ?? 0];
    },
    key: (x, y) => data.readUIntBE((y * width + x) * 4, 3),
  };
}

/** Relative luminance. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: Color, b: Color): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How often each colour stands in an area, in device pixels. */
function countColors(pixels: Pixels, { x, y, width, height }: Area): Map<number, number> {
  const counts = new Map<number, number>();
  for (let row = Math.max(0, Math.floor(y)); row < Math.min(pixels.height, Math.ceil(y + height)); row++)
    for (let column = Math.max(0, Math.floor(x)); column < Math.min(pixels.width, Math.ceil(x + width)); column++) {
      const key = pixels.key(column, row);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

const colorOf = (key: number): Color => [key >> 16, (key >> 8) & 255, key & 255];

/** The grounds of an area: each colour that a tenth of it has. What is thinner is a rule or an edge. */
export function grounds(pixels: Pixels, area: Area): Color[] {
  const counts = countColors(pixels, area);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].filter(([, count]) => count * 10 >= all).map(([key]) => colorOf(key));
}

/**
 * The ground of an area, which is its most frequent colour, and its ink: what stands out most among the colours of at
 * least two pixels, so that one stray pixel is no ink. `ratio` is 1 where nothing is painted.
 */
export function groundAndInk(pixels: Pixels, area: Area): { ground: Color; ink: Color; ratio: number } {
  const counts = countColors(pixels, area);
  const [[mostKey] = [0]] = [...counts].sort(([, a], [, b]) => b - a);
  const ground = colorOf(mostKey);
  let ink = ground;
  for (const [key, count] of counts)
    if (count >= 2 && contrast(colorOf(key), ground) > contrast(ink, ground)) ink = colorOf(key);
  return { ground, ink, ratio: contrast(ground, ink) };
}

/** The box of what is painted in an area as strongly as letters are; null where there is none. Device pixels. */
export function inkBox(pixels: Pixels, area: Area): { sides: number[]; ratio: number } | null {
  const { ground, ink, ratio } = groundAndInk(pixels, area);
  const far = (color: readonly number[]): number =>
    color.reduce((sum, part, index) => sum + Math.abs(part - (ground[index] ?? 0)), 0);
  const sides = [Infinity, Infinity, -Infinity, -Infinity];
  const [left, top, right, bottom] = [area.x, area.y, area.x + area.width, area.y + area.height].map(Math.round);
  for (let y = top ?? 0; y < (bottom ?? 0); y++)
    for (let x = left ?? 0; x < (right ?? 0); x++)
      if (far(pixels.at(x, y)) * 2 > far(ink)) {
        sides[0] = Math.min(sides[0] ?? x, x);
        sides[1] = Math.min(sides[1] ?? y, y);
        sides[2] = Math.max(sides[2] ?? x, x);
        sides[3] = Math.max(sides[3] ?? y, y);
      }
  return ratio > 1 ? { sides, ratio } : null;
}
