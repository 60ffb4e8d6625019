import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { controlNames, obscured } from "../support/controls.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { tabOrder } from "../support/keyboard.ts";
import { settle } from "../support/reflow.ts";
import { toldView, watchView } from "../support/told_view.ts";

/** A small window; and what a soft keyboard leaves of a phone's. */
const windows = [
  { width: 320, height: 256 },
  { width: 360, height: 340 },
];

describe("what has the focus is seen", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await watchView(page);
  });
  after(() => gallery.stop());

  for (const { name } of states)
    it(`B6 ${name}: nothing covers what has the focus at 320 by 256 px, nor above a soft keyboard`, async () => {
      const { frame } = await gallery.show(page, name);
      const view = await toldView(frame);
      const found: string[] = [];
      for (const textView of [false, true]) {
        await setTextView(frame, textView);
        const names = await controlNames(frame);
        if (view) assert.deepEqual(withoutPrimary(names), withoutPrimary(tabOrder(view)));
        for (const window of windows) {
          await page.setViewportSize(window);
          await settle(frame);
          for (const fault of await obscured(frame))
            found.push(`${textView ? "Text" : "canvas"} view, ${String(window.height)} px high: ${fault}`);
        }
      }
      assert.deepEqual(found, []);
    });

  it("B6 would find a bar that covers a field", async () => {
    const { frame } = await gallery.show(page, "subdomain");
    await frame.evaluate(() => {
      const bar = document.createElement("div");
      bar.style.cssText = "position:fixed;inset:auto 0 0;height:60%";
      document.body.append(bar);
    });
    assert.match((await obscured(frame)).join(), /field:subdomain/);
  });
});

/** A primary button that is disabled keeps its place, so it is left out of the comparison. */
const withoutPrimary = (names: readonly string[]): string[] => names.filter((id) => id !== "primary").sort();
