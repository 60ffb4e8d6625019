import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { sample } from "../../support/sample.ts";
import { backingStore } from "../support/backing_store.ts";
import { Gallery } from "../support/gallery.ts";
import { type Color, decode, type Pixels } from "../support/pixels.ts";

const size = { width: 440, height: 720 };

/** How many device pixels of each colour follow each other along a line, to the right or down. */
function runs(pixels: Pixels, x: number, y: number, direction: "right" | "down", count: number) {
  const found: { color: Color; length: number }[] = [];
  for (let i = 0; i < count; i++) {
    const color = direction === "right" ? pixels.at(x + i, y) : pixels.at(x, y + i);
    const last = found.at(-1);
    if (last?.color.join() === color.join()) last.length++;
    else found.push({ color, length: 1 });
  }
  return found;
}

const boxOf = (frame: Frame, selector: string) =>
  frame.locator(selector).evaluate((node) => node.getBoundingClientRect().toJSON() as DOMRect);

// Both the flag and the context's factor: with either alone the canvas has another ratio than the picture.
// 1.5 is where rounding goes wrong; the whole ones are a net of which each run takes one.
for (const scale of [1.5, ...sample([1, 2, 3], 1, "hidpi")])
  describe(`at ${scale} device pixels per CSS px`, () => {
    let gallery: Gallery;
    let page: Page;
    let frame: Frame;
    before(async () => {
      gallery = await Gallery.start({}, { scale });
      page = await gallery.page({ viewport: size, deviceScaleFactor: scale });
      ({ frame } = await gallery.show(page, "provider_all"));
    });
    after(() => gallery.stop());

    /** A line is one device pixel of one colour between two grounds that begin at once: no row in between is grey. */
    const assertHardLine = (line: ReturnType<typeof runs>, what: string) => {
      assert.deepEqual(
        line.map(({ length }) => length > 1),
        [true, false, true],
        `${what}: ${JSON.stringify(line)}`,
      );
    };

    it(`C1 the canvas has a pixel for every device pixel at ${scale}`, async () => {
      const { store, box, painted } = await backingStore(frame);
      assert.ok(painted, "WebGL draws");
      assert.deepEqual(store, box);
      assert.deepEqual(box, [size.width * scale, size.height * scale]);
    });

    it(`C1 a field's frame and a rule, one pixel thick, have hard edges at ${scale}`, async () => {
      const field = await boxOf(frame, "[data-node=search]");
      const foot = await boxOf(frame, ".foot");
      const picture = decode(await page.screenshot());
      assert.deepEqual([picture.width, picture.height], [size.width * scale, size.height * scale]);
      const pixel = (length: number) => Math.round(length * scale);
      const [middle, centre] = [field.top + field.height / 2, field.left + field.width / 2];
      assertHardLine(runs(picture, pixel(field.left - 3), pixel(middle), "right", pixel(6)), "left side");
      assertHardLine(runs(picture, pixel(centre), pixel(field.top - 3), "down", pixel(6)), "upper side");
      // At the window's edge, where no list stands above it.
      assertHardLine(runs(picture, pixel(8), pixel(foot.top - 3), "down", pixel(6)), "rule above the foot");
    });

    it(`C1 a window of half device pixels is still filled exactly at ${scale}`, async () => {
      await page.setViewportSize({ width: 433, height: 719 });
      const { store, box, painted } = await backingStore(frame);
      assert.ok(painted);
      assert.deepEqual(store, box);
    });
  });
