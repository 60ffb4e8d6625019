import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { Gallery } from "../support/gallery.ts";
import { cutOff, type Size } from "../support/reflow.ts";

const narrow: Size = { width: 320, height: 640 };

// From right to left there is the Text view alone.
describe("in Arabic everything fits", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page({ viewport: narrow, reducedMotion: "reduce" });
  });
  after(() => gallery.stop());

  for (const { name } of states)
    it(`C4 ${name} fits a window of 320 px in Arabic`, async () => {
      const { frame } = await gallery.show(page, name, "ar");
      assert.equal(await frame.locator("canvas:visible").count(), 0);
      assert.deepEqual(await cutOff(frame, true), []);
    });
});
