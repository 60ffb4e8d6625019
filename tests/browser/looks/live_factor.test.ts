import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { backingStore } from "../support/backing_store.ts";
import { Gallery } from "../support/gallery.ts";

const size = { width: 440, height: 720 };

describe("a device pixel ratio that changes", () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await Gallery.start();
  });
  after(() => gallery.stop());

  /** The subdomain screen with something typed and selected, and a count of the pictures painted. */
  async function typing(page: Page): Promise<Frame> {
    await page.addInitScript(() => {
      const { clear } = WebGL2RenderingContext.prototype;
      WebGL2RenderingContext.prototype.clear = function (mask) {
        Object.assign(window, { pictures: ((window as unknown as { pictures?: number }).pictures ?? 0) + 1 });
        clear.call(this, mask);
      };
    });
    const { frame } = await gallery.show(page, "subdomain");
    await frame.locator("[data-node='field:subdomain']").fill("acme");
    await frame.locator("[data-node='field:subdomain']").evaluate((input: HTMLInputElement) => {
      input.setSelectionRange(1, 3);
      Object.assign(window, { kept: input });
    });
    return frame;
  }

  /** Changes the ratio, waits for the picture that it brings, and looks at everything that should be as before. */
  async function follows(frame: Frame, width: number, factor: number, change: () => Promise<unknown>): Promise<void> {
    const pictures = () => frame.evaluate(() => (window as unknown as { pictures: number }).pictures);
    const before = await pictures();
    await change();
    await frame
      .waitForFunction((wanted) => document.querySelector("canvas")?.width === wanted, width * factor)
      .catch(() => {}); // The store is asserted below.
    const { store, painted } = await backingStore(frame);
    assert.ok(painted, "WebGL draws");
    assert.deepEqual(store, [width * factor, size.height * factor], `store at ${factor}`);
    assert.ok((await pictures()) > before, `painted anew at ${factor}`);
    const state = await frame.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>("[data-node='field:subdomain']");
      const kept = input === (window as unknown as { kept: unknown }).kept;
      return [kept, input === document.activeElement, input?.value, input?.selectionStart, input?.selectionEnd];
    });
    assert.deepEqual(state, [true, true, "acme", 1, 3]);
  }

  it("C2 zoom of the frame is painted in its own pixels, and keeps focus, value and selection", async () => {
    const page = await gallery.page({ viewport: size });
    const frame = await typing(page);
    for (const factor of [3, 2, 1.5, 1]) {
      await follows(frame, size.width, factor, () =>
        page.evaluate(
          ({ zoom, width, height }) => {
            const { style } = document.querySelector("iframe") ?? document.body;
            Object.assign(style, { zoom, width: `${width}px`, height: `${height}px` });
          },
          { zoom: String(factor), ...size },
        ),
      );
      const { store, box } = await backingStore(frame);
      assert.deepEqual(store, box, "what the observer of device pixels says");
    }
  });

  // Emulation reaches devicePixelRatio and its media queries, not the observer of device pixels, and Chromium tells of
  // the queries only with a new size. So this is the way of a browser without that observer.
  it("C2 an emulated factor, from 1 to 3 to 2, is painted in its own pixels, and keeps focus, value and selection", async () => {
    const page = await gallery.page({ viewport: size });
    await page.addInitScript(() => {
      Reflect.deleteProperty(ResizeObserverEntry.prototype, "devicePixelContentBoxSize");
    });
    const frame = await typing(page);
    const cdp = await page.context().newCDPSession(page);
    let { width } = size;
    for (const factor of [3, 2, 1]) {
      width -= 2;
      await follows(frame, width, factor, () =>
        cdp.send("Emulation.setDeviceMetricsOverride", {
          width,
          height: size.height,
          deviceScaleFactor: factor,
          mobile: false,
        }),
      );
    }
  });
});
