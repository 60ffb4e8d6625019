import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Demo } from "../support/demo.ts";
import { holdBack } from "../support/hold_back.ts";
import { decode, type Pixels } from "../support/pixels.ts";
import { button, expectScreen, pressConnect } from "../support/walk.ts";

/** Pixels of which a colour is another by more than what the edges of the same letters differ by. */
function differing(one: Pixels, other?: Pixels): number {
  let count = 0;
  for (let y = 0; y < one.height; y++)
    for (let x = 0; x < one.width; x++) {
      const now = other?.at(x, y) ?? [];
      if (one.at(x, y).some((part, index) => Math.abs(part - (now[index] ?? Infinity)) > 4)) count++;
    }
  return count;
}

describe("the first screen before the style of the later ones is there", () => {
  let demo: Demo;
  before(async () => {
    demo = await Demo.start();
  });
  afterEach(async () => {
    await demo.closePages();
    demo.takeComplaints(); // What is on its way when a page is left fails aloud.
  });
  after(() => demo.stop());

  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 320],
  ] as const)
    it(`G2 the style that comes later changes nothing of it, in ${colorScheme} at ${width} px`, async () => {
      const page = await demo.page({ colorScheme, viewport: { width, height: 640 }, reducedMotion: "reduce" });
      const release = await holdBack(page, /\/wizard\.[0-9a-f]{16}\.css/);
      await page.route(/\.wasm$/, () => {});
      const widget = await pressConnect(page, demo.servers.hostUrl);
      const { frame } = widget;
      await expectScreen(widget, "Connect your ATS");
      /** As it is, under the pointer, with the focus in the search and on a choice, and as Text view. */
      const pictures = async (wanted: Pixels[] = []): Promise<Pixels[]> => {
        const taken: Pixels[] = [];
        const take = async (): Promise<void> => {
          // What is under the pointer is found anew a moment after things have moved.
          let last: Pixels | undefined;
          for (let tries = 0; tries < 20; tries++) {
            const now = decode(await page.screenshot());
            const settled = wanted[taken.length] ?? last;
            last = now;
            // Two alike may both be of before what was done.
            const isOld = !wanted.length && taken.length > 0 && differing(now, taken.at(-1)) <= 100;
            if (settled && differing(now, settled) === 0 && !isOld) break;
          }
          if (last) taken.push(last);
        };
        const toText = frame.getByRole("switch", { name: "Text view" });
        await take();
        await button(widget, "Ashby").hover();
        await take();
        await frame.getByRole("searchbox").focus();
        await take();
        await page.keyboard.press("Tab");
        await take();
        await toText.click();
        await take();
        await toText.click();
        await frame.getByRole("heading", { level: 1 }).focus();
        await page.mouse.move(0, 0);
        return taken;
      };
      const before = await pictures();
      for (const [index, picture] of before.entries())
        assert.ok(index === 0 || differing(picture, before[index - 1]) > 100, `picture ${index} is another`);
      const taken = page.waitForRequest(/\/engine\./);
      release();
      await taken;
      const after = await pictures(before);
      for (const [index, picture] of before.entries())
        assert.equal(differing(picture, after[index]), 0, `picture ${index}`);
    });
});
