import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { CDPSession, Frame, Page } from "playwright-core";
import { sample } from "../../support/sample.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { type Area, decode, groundAndInk } from "../support/pixels.ts";

describe("a field that the browser has filled", () => {
  let gallery: Gallery;
  let page: Page;
  let cdp: CDPSession;
  before(async () => {
    gallery = await Gallery.start();
    // High enough that no field has to be scrolled to.
    page = await gallery.page({ viewport: { width: 440, height: 1200 } });
    cdp = await page.context().newCDPSession(page);
    await cdp.send("DOM.enable");
    await cdp.send("CSS.enable");
  });
  after(() => gallery.stop());

  /** Makes the browser style the field as filled, or no longer. */
  async function setFilled(name: string, on: boolean): Promise<void> {
    const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
    const { searchId, resultCount } = await cdp.send("DOM.performSearch", { query: `input[name=${name}]` });
    assert.equal(resultCount, 1, `one field in ${root.nodeName}`);
    const { nodeIds } = await cdp.send("DOM.getSearchResults", { searchId, fromIndex: 0, toIndex: 1 });
    const forcedPseudoClasses = on ? ["autofill"] : [];
    await cdp.send("CSS.forcePseudoState", { nodeId: nodeIds[0] ?? 0, forcedPseudoClasses });
  }

  const areaOf = (frame: Frame, selector: string): Promise<Area> =>
    frame.evaluate((query) => {
      const { x, y, width, height } = document.querySelector(query)!.getBoundingClientRect();
      return { x, y, width, height };
    }, selector);

  const fields = [
    { state: "subdomain", name: "subdomain", beside: [".field-label", ".field-suffix", ".field-help"] },
    { state: "api_key", name: "api_key", beside: [".field-label", "[data-node='show:api_key']", ".field-help"] },
  ];
  for (const colorScheme of ["light", "dark"] as const)
    for (const textView of [false, true])
      it(`D5 keeps our ground, its text at 4.5:1, and all that lies beside it in the ${textView ? "Text" : "canvas"} view, ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const { state, name, beside } of colorScheme === "light" ? fields : sample(fields, 1, String(textView))) {
          const { frame } = await gallery.show(page, state);
          await setTextView(frame, textView);
          await frame.locator(`[name=${name}]`).fill("acme-corporation");
          await frame.locator("h1").focus();
          const shoot = async () => {
            await frame.evaluate(() => new Promise(requestAnimationFrame));
            return decode(await page.screenshot());
          };
          const plain = await shoot();
          await setFilled(name, true);
          assert.equal(await frame.locator(`[name=${name}]`).evaluate((input) => input.matches(":autofill")), true);
          const filled = await shoot();
          const box = await areaOf(frame, `[name=${name}]`);
          const text = { x: box.x + 12, y: box.y + 8, width: 100, height: box.height - 16 };
          const before = groundAndInk(plain, text);
          const then = groundAndInk(filled, text);
          assert.deepEqual(then.ground, before.ground, `${name}: the ground`);
          assert.ok(then.ratio >= 4.5, `${name}: ${then.ratio.toFixed(2)}:1`);
          for (const selector of beside) {
            const area = await areaOf(frame, selector);
            const [was, is] = [groundAndInk(plain, area), groundAndInk(filled, area)];
            assert.ok(was.ratio > 2, `${selector} is seen`);
            assert.deepEqual(is, was, `${name}: ${selector} is as before`);
          }
          // The frame that is painted around it, or is its border.
          const edge = { x: box.x, y: box.y + box.height / 2 - 4, width: 4, height: 8 };
          assert.deepEqual(groundAndInk(filled, edge), groundAndInk(plain, edge), `${name}: its frame`);
          await setFilled(name, false);
        }
      });
});
