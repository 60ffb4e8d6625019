import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { Gallery, setTextView } from "../support/gallery.ts";
import { settle } from "../support/reflow.ts";

/** Animation frames of the test's own between the two pictures. */
const pause = 12;

describe("motion", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    await page.addInitScript(() => {
      const request = window.requestAnimationFrame.bind(window);
      const counted = window as unknown as { asked: number };
      Object.assign(window, { asked: 0, countless: request });
      window.requestAnimationFrame = (task) => {
        counted.asked++;
        return request(task);
      };
    });
  });
  after(() => gallery.stop());

  interface Motion {
    /** The two pictures differ. */
    changed: boolean;
    /** Animation frames asked for between them. */
    asked: number;
    /** CSS animations and transitions, running or about to. */
    animations: number;
  }

  async function watch(frame: Frame): Promise<Motion> {
    const asked = () => frame.evaluate(() => (window as unknown as { asked: number }).asked);
    // What comes with this script looks once at what lies outside of the picture, in a frame of its own.
    await frame.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => /\/seal\.[0-9a-f]{16}\.js/.test(name)),
    );
    await settle(frame);
    const before = await asked();
    const first = await page.screenshot();
    await frame.evaluate(async (left) => {
      const { countless } = window as unknown as { countless: typeof requestAnimationFrame };
      for (; left > 0; left--) await new Promise(countless);
    }, pause);
    const second = await page.screenshot();
    const animations = await frame.evaluate(() => document.getAnimations().length);
    return { changed: !first.equals(second), asked: (await asked()) - before, animations };
  }

  const names = {
    canvas: ["verifying", "verifying_half", "handing_over", "connected"],
    text: ["verifying", "connected"],
  };
  for (const textView of [false, true])
    for (const name of names[textView ? "text" : "canvas"])
      it(`C7 with reduced motion nothing moves in ${name}, ${textView ? "Text" : "canvas"} view`, async () => {
        await page.emulateMedia({ reducedMotion: "reduce" });
        const { frame } = await gallery.show(page, name);
        await setTextView(frame, textView);
        assert.deepEqual(await watch(frame), { changed: false, asked: 0, animations: 0 });
      });

  it("C7 without it something moves while something is checked, so the pictures would tell", async () => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    const { frame } = await gallery.show(page, "verifying");
    await setTextView(frame, false);
    // Two pictures may be alike all the same: a turn apart, or where the machine had no time to draw.
    const seen: Motion[] = [];
    while (!seen.at(-1)?.changed && seen.length < 10) seen.push(await watch(frame));
    assert.ok(seen.at(-1)?.changed, JSON.stringify(seen));
    assert.ok(seen.at(-1)?.asked, "frames are asked for");
  });

  it("C7 the preference stops the motion when it comes while something moves", async () => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    const { frame } = await gallery.show(page, "verifying");
    await page.emulateMedia({ reducedMotion: "reduce" });
    await frame.waitForFunction(() => matchMedia("(prefers-reduced-motion: reduce)").matches);
    await frame.evaluate(() => new Promise(requestAnimationFrame));
    assert.deepEqual(await watch(frame), { changed: false, asked: 0, animations: 0 });
  });

  it("C7 the sign of a slow start stands still with reduced motion, and turns without", async () => {
    await page.route("**/link.config.json", () => {}); // Never answered.
    for (const reducedMotion of ["reduce", "no-preference"] as const) {
      await page.emulateMedia({ reducedMotion });
      await page.goto(
        `${gallery.demo.servers.linkUrl}gallery/link/hosted/#${Buffer.from('{"state":"gallery"}').toString("base64url")}`,
        { waitUntil: "commit" },
      );
      await page.locator("main[aria-busy]").waitFor();
      const names = await page.evaluate(() =>
        document
          .getAnimations()
          .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : "?")),
      );
      assert.equal(names.includes("turn"), reducedMotion === "no-preference", names.join());
    }
    await page.unroute("**/link.config.json");
  });
});
