import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { centreOf, takeActions, watchActions } from "../support/actions.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { decode } from "../support/pixels.ts";

/** How many pixels differ. */
function changed(first: Buffer, second: Buffer): number {
  const [a, b] = [decode(first), decode(second)];
  let count = 0;
  for (let y = 0; y < a.height; y++) for (let x = 0; x < a.width; x++) if (a.key(x, y) !== b.key(x, y)) count++;
  return count;
}

describe("a press can be taken back, and the page enlarged", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page({ hasTouch: true, isMobile: true });
    await watchActions(page);
  });
  after(() => gallery.stop());

  const still = async (frame: Frame): Promise<Buffer> => {
    await takeActions(frame);
    return page.screenshot();
  };

  for (const textView of [false, true])
    it(`E3 a press that is dragged off does nothing and leaves no mark in the ${textView ? "Text" : "canvas"} view`, async () => {
      const { frame } = await gallery.show(page, "method");
      await setTextView(frame, textView);
      await frame.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.mouse.move(1, 1);
      const atRest = await still(frame);
      const { x, y } = await centreOf(frame, "method:api_key");
      await page.mouse.move(x, y);
      await page.mouse.down();
      const pressed = await still(frame);
      assert.ok(changed(pressed, atRest) > 1000, "a press is seen");
      await page.mouse.move(1, 1);
      await page.mouse.up();
      await frame.evaluate(() => (document.activeElement as HTMLElement).blur());
      assert.deepEqual(await takeActions(frame), []);
      // A few pixels of a round corner may be rounded otherwise once they were repainted.
      assert.ok(changed(await still(frame), atRest) < 100, "the mark is gone");
    });

  it("E3 Escape during a press leaves the pressed thing undone", async () => {
    const { frame } = await gallery.show(page, "subdomain_warned");
    await takeActions(frame);
    const { x, y } = await centreOf(frame, "help");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.keyboard.press("Escape");
    await frame.locator("[data-node='secondary:0']").waitFor();
    await page.mouse.move(1, 1);
    await page.mouse.up();
    assert.deepEqual(await takeActions(frame), [{ node: "escape", kind: "press" }]);
  });

  it("E5 nothing forbids to enlarge the page, and enlarged twice a tap still presses what it meets", async () => {
    const { frame } = await gallery.show(page, "hosted");
    const content = await frame.locator("meta[name=viewport]").getAttribute("content");
    assert.doesNotMatch(content ?? "", /user-scalable|maximum-scale|minimum-scale/);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2 });
    await page.waitForFunction(() => visualViewport?.scale === 2);
    const at = await frame.locator("[data-node=primary]").evaluate((target) => {
      target.scrollIntoView({ block: "center", inline: "center" });
      const { left, top, width, height } = target.getBoundingClientRect();
      return {
        x: left + width / 2,
        y: top + height / 2,
        left: visualViewport?.offsetLeft ?? 0,
        top: visualViewport?.offsetTop ?? 0,
      };
    });
    await takeActions(frame);
    await page.touchscreen.tap(at.x - at.left, at.y - at.top);
    assert.deepEqual(await takeActions(frame, 1), [{ node: "primary", kind: "press" }]);
  });
});
