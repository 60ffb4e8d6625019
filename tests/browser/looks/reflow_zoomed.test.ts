import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { Gallery, setTextView } from "../support/gallery.ts";
import { longestLanguage } from "../support/languages.ts";
import { settle, unfit } from "../support/reflow.ts";
import { watchView } from "../support/told_view.ts";

/** A window of 1280 px at 400 %. */
const scale = 4;
const window = { width: 320, height: 256 };

describe("at 400 % everything fits", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start({}, { scale });
    page = await gallery.page({ viewport: window, deviceScaleFactor: scale });
    await watchView(page);
  });
  after(() => gallery.stop());

  // One state of every kind: factor 1 has them all, and the factor changes no more than how edges are rounded.
  for (const name of ["provider_all", "method", "permissions_write", "subdomain_address", "api_key_short", "details"])
    it(`C4 ${name} fits a window of 1280 px at 400 % in the longest language`, async () => {
      const shot = await gallery.show(page, name, longestLanguage());
      assert.equal(await shot.frame.evaluate(() => devicePixelRatio), scale);
      assert.equal(await shot.frame.evaluate(() => document.querySelector("canvas")?.width), window.width * scale);
      for (const view of ["canvas", "text"] as const) {
        await setTextView(shot.frame, view === "text");
        await settle(shot.frame);
        assert.deepEqual(await unfit(shot.frame, view), [], `${view} view`);
      }
    });
});
