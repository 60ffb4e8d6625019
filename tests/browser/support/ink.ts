import type { FrameLocator } from "playwright-core";
import { type Area, groundAndInk, type Pixels } from "./pixels.ts";

/** A line of text that can be seen, with its box in CSS px of the frame. */
export interface Line extends Area {
  words: string;
}

/** The lines of all texts that nothing lies over, from the elements; what a canvas paints has to stand in the same boxes. */
export const seenLines = (frame: FrameLocator): Promise<Line[]> =>
  frame.locator(".card").evaluate((card) => {
    const lines: Line[] = [];
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const words = node.textContent?.trim() ?? "";
      const parent = node.parentElement;
      if (!words || !parent?.checkVisibility() || parent.closest(".live, .unplaced")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { x, y, width, height } of range.getClientRects()) {
        const corners = [y + 1, y + height - 1].map((at) => document.elementFromPoint(x + width / 2, at));
        if (width > 1 && corners.every((hit) => hit?.contains(parent) || parent.contains(hit)))
          lines.push({ words, x, y, width, height });
      }
    }
    return lines;
  });

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
