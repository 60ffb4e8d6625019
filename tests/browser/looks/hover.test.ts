import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { controlNames, type InPage } from "../support/controls.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { toldLayout, watchView } from "../support/told_view.ts";

const shown = ["provider", "method", "invite", "subdomain_address", "api_key_copied", "failed_credentials"];

describe("nothing waits for a pointer to be shown", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    await watchView(page);
  });
  after(() => gallery.stop());

  /** Every element that is seen, with its words, and every rectangle that is painted. */
  const seen = async (frame: Frame): Promise<string[]> => {
    const elements = await frame.evaluate(async () => {
      for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
      return [...document.querySelectorAll("body *")]
        .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((target) =>
          [
            target.tagName,
            target.childElementCount === 0 ? target.textContent : "",
            target.getAttribute("title") ?? "",
            // What a style sheet adds.
            ...["::before", "::after"].map((part) => getComputedStyle(target, part).content),
          ].join(" "),
        );
    });
    return [...elements, ...((await toldLayout(frame))?.rects.map(({ id }) => id) ?? [])];
  };

  for (const name of shown)
    it(`E7 ${name}: neither pointer nor focus brings anything to light`, async () => {
      const { frame } = await gallery.show(page, name);
      assert.equal(await frame.locator("[title]").count(), 0);
      for (const textView of [false, true]) {
        await setTextView(frame, textView);
        await page.mouse.move(0, 0);
        const before = await seen(frame);
        for (const [index, node] of (await controlNames(frame)).entries()) {
          const at = await frame.evaluate((which) => {
            const control = (window as unknown as { controls: InPage }).controls.all()[which];
            control?.focus();
            const { left, top, width, height } = control?.getBoundingClientRect() ?? new DOMRect();
            return { x: left + width / 2, y: top + height / 2 };
          }, index);
          await page.mouse.move(at.x, at.y);
          assert.deepEqual(await seen(frame), before, node);
        }
      }
    });
});
