import type { Frame, Page } from "playwright-core";
import type { Area, Color } from "./pixels.ts";

/** A letter that the painter handed to WebGL: where, in CSS px of the card, and in which colour. */
export interface Letter extends Area {
  color: Color;
  /** Of 255. */
  alpha: number;
}

type Watched = Window & { paintedLetters: Letter[] };

/**
 * Reads the vertices on their way to WebGL (imports_canvas.js: place, spot in the texture, colour) and takes the
 * letters out of the picture: what is not drawn from the white spot of the texture is a glyph, four vertices each. So a
 * screenshot shows the ground that each letter stands on, and its colour is known without the blur of its edges.
 * Before the page is opened.
 */
export async function takeLettersOut(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = window as unknown as Watched;
    const { clear } = WebGL2RenderingContext.prototype;
    const bufferData = WebGL2RenderingContext.prototype.bufferData as (
      target: number,
      data: Uint8Array,
      usage: number,
    ) => void;
    const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>;
    let white = "";
    prototype["clear"] = function (this: WebGL2RenderingContext, mask: number) {
      white = "";
      watched.paintedLetters = [];
      clear.call(this, mask);
    };
    prototype["bufferData"] = function (this: WebGL2RenderingContext, target: number, data: Uint8Array, usage: number) {
      if (target !== this.ARRAY_BUFFER) {
        bufferData.call(this, target, data, usage);
        return;
      }
      const bytes = data.slice();
      const view = new DataView(bytes.buffer);
      const place = (at: number) => [view.getFloat32(at, true), view.getFloat32(at + 4, true)] as const;
      const spot = (at: number) => place(at + 8).join();
      // The first thing painted is the ground of the card.
      white ||= spot(0);
      for (let at = 0; at < bytes.length; at += 20) {
        const tint = bytes.subarray(at + 16, at + 19);
        if (spot(at) === white) continue;
        const [[x, y], [right, bottom]] = [place(at), place(at + 40)];
        const [red = 0, green = 0, blue = 0] = tint;
        const letter = { x, y, width: right - x, height: bottom - y, alpha: bytes[at + 19] ?? 0 };
        watched.paintedLetters.push({ ...letter, color: [red, green, blue] });
        for (const vertex of [0, 20, 40, 60]) bytes[at + vertex + 19] = 0;
        at += 60;
      }
      bufferData.call(this, target, bytes, usage);
    };
  });
}

/** Every letter of the last picture. */
export const paintedLetters = (frame: Frame): Promise<Letter[]> =>
  frame.evaluate(() => (window as unknown as Watched).paintedLetters);

/** Letters of one colour that follow each other on a line. */
export interface PaintedLine {
  area: Area;
  color: Color;
  count: number;
}

/** The letters of the last picture by lines. */
export async function paintedLines(frame: Frame): Promise<PaintedLine[]> {
  const made: PaintedLine[] = [];
  for (const { color, alpha, x, y, width, height } of await paintedLetters(frame)) {
    if (alpha !== 255) throw new Error(`letters are painted with alpha ${alpha}`);
    const last = made.at(-1);
    const follows =
      last?.color.join() === color.join() &&
      x >= last.area.x &&
      x - (last.area.x + last.area.width) < 12 &&
      y < last.area.y + last.area.height &&
      y + height > last.area.y;
    if (!follows) {
      made.push({ area: { x, y, width, height }, color, count: 1 });
      continue;
    }
    const bottom = Math.max(last.area.y + last.area.height, y + height);
    last.area.y = Math.min(last.area.y, y);
    last.area.height = bottom - last.area.y;
    last.area.width = Math.max(last.area.width, x + width - last.area.x);
    last.count++;
  }
  return made;
}

/** How many letters the elements have that lie on the canvas, by what the painter does with them. */
export const lettersToPaint = (frame: Frame): Promise<number> =>
  frame.evaluate(() => {
    const count = (text: string | undefined) => Array.from((text ?? "").replaceAll(/\s/g, "")).length;
    let letters = 0;
    const walker = document.createTreeWalker(document.querySelector(".card") ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const icon = parent?.closest(".head-button, .box .button"); // Painted as a picture.
      if (!icon && !parent?.closest(".live, select, [hidden]")) letters += count(walker.currentNode.textContent ?? "");
    }
    // The number of each is a marker of the list.
    document.querySelectorAll(".step").forEach((_, at) => (letters += count(String(at + 1))));
    for (const choice of document.querySelectorAll(".choice")) {
      letters += count(choice.querySelector<HTMLElement>(".tile")?.dataset["letters"]);
      // The brackets around the last words give way to a chip.
      if (choice.getAttribute("data-state") === "recommended") letters -= 2;
    }
    return letters;
  });
