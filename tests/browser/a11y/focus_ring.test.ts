import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { deep } from "../../support/sample.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { focusedNode, tabOrder } from "../support/keyboard.ts";
import { type Area, contrast, decode, type Pixels } from "../support/pixels.ts";
import { toldView, watchView } from "../support/told_view.ts";

/** The screens that have every kind of control between them. */
const shown = {
  light: ["provider", "method", "subdomain_address", "api_key_copied", "details", "invite"],
  dark: ["method", "api_key_copied"],
};
/** Device pixels per CSS px: at 1, a ring between two pixels would be half a ring in each. */
const scale = 2;
/** CSS px, all around. */
const thickness = 2;
/** So high that nothing scrolls, whatever has the focus. */
const size = { width: 440, height: 1200 };

interface Ring {
  changed: number;
  clear: number;
  perimeter: number;
}

describe("the focus ring", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start({}, { scale });
    page = await gallery.page({ viewport: size, deviceScaleFactor: scale });
    await watchView(page);
  });
  after(() => gallery.stop());

  const boxOf = (frame: Frame, node: string): Promise<Area> =>
    frame.evaluate((id) => {
      const { x, y, width, height } =
        document.querySelector(`[data-node="${id}"]`)?.getBoundingClientRect() ?? new DOMRect();
      return { x, y, width, height };
    }, node);

  /** Pixels that change with the focus, and how many of them stand out from the picture without it. */
  async function ring(frame: Frame, node: string, blurred: Pixels): Promise<Ring> {
    const box = await boxOf(frame, node);
    const left = Math.max(0, Math.floor(box.x - 6));
    const top = Math.max(0, Math.floor(box.y - 6));
    const clip = {
      x: left,
      y: top,
      width: Math.min(size.width - left, Math.ceil(box.width + 12)),
      height: Math.min(size.height - top, Math.ceil(box.height + 12)),
    };
    const focused = decode(await page.screenshot({ clip }));
    let changed = 0;
    let clear = 0;
    for (let y = 0; y < focused.height; y++)
      for (let x = 0; x < focused.width; x++) {
        const [column, row] = [left * scale + x, top * scale + y];
        if (focused.key(x, y) === blurred.key(column, row)) continue;
        changed++;
        if (contrast(focused.at(x, y), blurred.at(column, row)) >= 3) clear++;
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
        const looked = new Set<string>();
        for (const name of shown[scheme]) {
          // On the way there every step is painted, which costs by the pixel.
          await page.setViewportSize({ ...size, height: 720 });
          const { frame } = await gallery.show(page, name);
          await page.setViewportSize(size);
          await setTextView(frame, textView);
          const view = await toldView(frame);
          assert.ok(view);
          await frame.evaluate(() => (document.activeElement as HTMLElement).blur());
          await frame.evaluate(() => new Promise(requestAnimationFrame));
          const blurred = decode(await page.screenshot());
          // What stands on every screen, such as Close and Get help, is the same element: once is enough.
          for (const node of tabOrder(view).filter((each) => deep || !looked.has(each))) {
            looked.add(node);
            await page.keyboard.press("Tab"); // From here on the focus is the keyboard's.
            await frame.locator(`[data-node="${node}"]`).focus();
            await frame.evaluate(() => new Promise(requestAnimationFrame));
            const { changed, clear, perimeter } = await ring(frame, node, blurred);
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
