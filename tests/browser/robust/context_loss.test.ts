import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { Gallery } from "../support/gallery.ts";

interface Seen {
  textView: boolean;
  canvas: boolean;
  focused: boolean;
  sameNode: boolean;
  value: string;
  caret: number | null;
}

describe("a lost WebGL context", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    // A clock that the test can set forward by minutes, as the page reads it.
    await page.addInitScript(() => {
      const now = performance.now.bind(performance);
      Object.assign(window, { ahead: 0 });
      performance.now = () => now() + (window as unknown as { ahead: number }).ahead;
    });
  });
  after(() => gallery.stop());

  /** Loses or restores the context through the browser's own extension, and waits for the event. */
  const context = (frame: Frame, what: "lose" | "restore"): Promise<void> =>
    frame.evaluate(async (kind) => {
      const canvas = document.querySelector("canvas");
      const kept = window as unknown as { extension?: WEBGL_lose_context | null };
      kept.extension ??= canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context") ?? null;
      const event = kind === "lose" ? "webglcontextlost" : "webglcontextrestored";
      const told = new Promise((resolve) => canvas?.addEventListener(event, resolve, { once: true }));
      // A context can be restored only in a later task than the one that lost it.
      setTimeout(() => (kind === "lose" ? kept.extension?.loseContext() : kept.extension?.restoreContext()), 0);
      await told;
    }, what);

  const look = (frame: Frame): Promise<Seen> =>
    frame.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>("[name=subdomain]");
      const canvas = document.querySelector("canvas");
      return {
        textView: document.querySelector("[role=switch]")?.ariaChecked === "true",
        canvas: canvas !== null && getComputedStyle(canvas).display !== "none",
        focused: document.activeElement === input,
        sameNode: (window as unknown as { typedIn?: Element }).typedIn === input,
        value: input?.value ?? "",
        caret: input?.selectionStart ?? null,
      };
    });

  const picture = async (frame: Frame): Promise<Buffer> => {
    await frame.evaluate(async () => {
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    });
    return page.screenshot();
  };

  it("G3 gives the Text view at once, keeps what is typed, and comes back to the same picture, twice", async () => {
    const { frame } = await gallery.show(page, "subdomain");
    const field = frame.locator("[name=subdomain]");
    await field.pressSequentially("acme");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await field.evaluate((input) => Object.assign(window, { typedIn: input }));
    const typed = { focused: true, sameNode: true };
    const asText = { ...typed, textView: true, canvas: false };
    const asCanvas = { ...typed, textView: false, canvas: true };
    let value = "acme";
    let caret = 2;
    for (const round of [1, 2]) {
      const before = await picture(frame);
      await context(frame, "lose");
      assert.deepEqual(await look(frame), { ...asText, value, caret }, `lost, round ${String(round)}`);
      assert.ok(!(await picture(frame)).equals(before), "the Text view is another picture");
      await page.keyboard.type("x");
      assert.equal((await look(frame)).value, `${value.slice(0, caret)}x${value.slice(caret)}`);
      await page.keyboard.press("Backspace");
      await context(frame, "restore");
      assert.deepEqual(await look(frame), { ...asCanvas, value, caret }, `restored, round ${String(round)}`);
      assert.ok((await picture(frame)).equals(before), `the picture of round ${String(round)}`);
      await page.keyboard.type("y");
      value = `${value.slice(0, caret)}y${value.slice(caret)}`;
      caret += 1;
      assert.deepEqual(await look(frame), { ...asCanvas, value, caret }, "typing goes on");
      await frame.evaluate(() => ((window as unknown as { ahead: number }).ahead += 61_000));
    }
  });

  it("G3 a second loss within a minute stays in the Text view, where the way goes on", async () => {
    const { frame } = await gallery.show(page, "subdomain");
    for (let loss = 0; loss < 2; loss++) {
      await context(frame, "lose");
      await context(frame, "restore");
    }
    assert.equal((await look(frame)).textView, true);
    await frame.locator("[name=subdomain]").fill("acme");
    await page.keyboard.press("Enter");
    await frame.locator("[name=api_key]").waitFor();
    const [seen] = await Promise.all([look(frame), frame.locator("h1").innerText()]);
    assert.deepEqual([seen.textView, seen.canvas], [true, false]);
  });
});
