import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { Gallery, setTextView } from "../support/gallery.ts";
import { focusedNode, tabOrder } from "../support/keyboard.ts";
import { type Area, contrast, decode } from "../support/pixels.ts";
import { toldView, watchView } from "../support/told_view.ts";

/** The screens that have every kind of control between them. */
const shown = {
  light: ["provider", "method", "subdomain_address", "api_key_ticked", "details", "invite"],
  dark: ["method", "api_key_ticked"],
};
/** Device pixels per CSS px: at 1, a ring between two pixels would be half a ring in each. */
const scale = 2;
/** CSS px, all around. */
const thickness = 2;

describe("the focus ring", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start({}, { scale });
    page = await gallery.page({ deviceScaleFactor: scale });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await watchView(page);
  });
  after(() => gallery.stop());

  const boxOf = (frame: Frame, node: string): Promise<Area> =>
    frame.evaluate((id) => {
      const { x, y, width, height } =
        document.querySelector(`[data-node="${id}"]`)?.getBoundingClientRect() ?? new DOMRect();
      return { x, y, width, height };
    }, node);

  /** Pixels that changed with the focus, and how many of them stand out from what was there before. */
  async function ring(frame: Frame, node: string): Promise<{ changed: number; clear: number; perimeter: number }> {
    const box = await boxOf(frame, node);
    const left = Math.max(0, Math.floor(box.x - 6));
    const top = Math.max(0, Math.floor(box.y - 6));
    const clip = {
      x: left,
      y: top,
      width: Math.min(440 - left, Math.ceil(box.width + 12)),
      height: Math.min(720 - top, Math.ceil(box.height + 12)),
    };
    const focused = decode(await page.screenshot({ clip }));
    await frame.evaluate(() => (document.activeElement as HTMLElement).blur());
    await frame.evaluate(() => new Promise(requestAnimationFrame));
    const blurred = decode(await page.screenshot({ clip }));
    let changed = 0;
    let clear = 0;
    for (let y = 0; y < focused.height; y++)
      for (let x = 0; x < focused.width; x++) {
        const [now, before] = [focused.at(x, y), blurred.at(x, y)];
        if (now.join() === before.join()) continue;
        changed++;
        if (contrast(now, before) >= 3) clear++;
      }
    return {
      changed: changed / scale ** 2,
      clear: clear / scale ** 2,
      perimeter: 2 * (box.width + box.height) * thickness,
    };
  }

  for (const scheme of ["light", "dark"] as const)
    for (const textView of [false, true])
      it(`B5 every control shows its focus by a ring of two pixels and 3:1 in the ${textView ? "Text" : "canvas"} view, ${scheme}`, async () => {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        for (const name of shown[scheme]) {
          const { frame } = await gallery.show(page, name);
          await setTextView(frame, textView);
          const view = await toldView(frame);
          assert.ok(view);
          for (const node of tabOrder(view)) {
            await page.keyboard.press("Tab"); // From here on the focus is the keyboard's.
            await frame.locator(`[data-node="${node}"]`).focus();
            await frame.evaluate(() => new Promise(requestAnimationFrame));
            const { changed, clear, perimeter } = await ring(frame, node);
            // Rounded corners take a little of the four sides.
            assert.ok(
              clear >= perimeter * 0.85,
              `${name}, ${node}: ${String(clear)} of ${String(changed)} changed pixels are clear, ${String(perimeter)} wanted`,
            );
          }
        }
      });

  it("B5 a mouse press leaves no ring on a button, and one on a field", async () => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    const { frame } = await gallery.show(page, "subdomain");
    const ringed = () => frame.evaluate(() => document.activeElement?.matches(":focus-visible"));
    await frame.locator("[data-node=help]").hover();
    await page.mouse.down();
    assert.equal(await focusedNode(frame), "help");
    assert.equal(await ringed(), false);
    await page.mouse.move(1, 1);
    await page.mouse.up();
    await frame.locator("[data-node='field:subdomain']").click();
    assert.equal(await ringed(), true);
  });
});
