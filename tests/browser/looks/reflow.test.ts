import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { pseudoTag } from "../../../tools/build/pseudo_locale.ts";
import { states } from "../../../web/gallery/states.ts";
import { Gallery, setTextView, type Shot } from "../support/gallery.ts";
import { longestLanguage } from "../support/languages.ts";
import { cutOff, type Size, unfit } from "../support/reflow.ts";
import { watchView } from "../support/told_view.ts";

const small: Size = { width: 320, height: 256 };
const narrow: Size = { width: 320, height: 640 };
const turned: readonly Size[] = [
  { width: 800, height: 360 },
  { width: 360, height: 800 },
];

describe("at every size everything fits", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await watchView(page);
  });
  after(() => gallery.stop());

  for (const { name } of states) {
    it(`C4 ${name} fits a window of 320 px with the longest words there are`, async () => {
      assert.deepEqual(await unfit(await gallery.show(page, name, pseudoTag), [small, narrow]), []);
    });
    describe(longestLanguage(), () => {
      let shot: Shot;
      it(`C4 ${name} fits a window of 320 px in the longest language`, async () => {
        shot = await gallery.show(page, name, longestLanguage());
        assert.deepEqual(await unfit(shot, [small, narrow]), []);
      });
      it(`C9 ${name} fits a telephone, upright and on its side`, async () => {
        assert.deepEqual(await unfit(shot, turned), []);
      });
    });
  }

  it("C4 would find a word that is cut off, and a row that is too wide", async () => {
    await page.setViewportSize(small);
    const { frame } = await gallery.show(page, "method");
    await setTextView(frame, true);
    await frame.evaluate(() => {
      const row = document.querySelector<HTMLElement>(".choice-row");
      if (row) row.style.width = "400px";
      const heading = document.querySelector("h1");
      if (heading) heading.style.cssText = "overflow:hidden;white-space:nowrap";
    });
    const found = (await cutOff(frame, true)).join("\n");
    assert.match(found, /scroll is \d+ wide in \d+/);
    assert.match(found, /“How do you want to connect Workable\?” leaves heading/);
  });
});
