import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { sample } from "../../support/sample.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { takeLettersOut } from "../support/painted_text.ts";
import { cutOffLetters, enlargeText, misplacedText, spaceOut } from "../support/text_boxes.ts";

/** Every kind of node between them, and the longest texts. */
const names = [
  "hosted",
  "provider",
  "provider_none",
  "method",
  "admin",
  "invite_copied",
  "permissions_write",
  "subdomain_address",
  "details_empty",
  "api_key_copied",
  "two_secrets",
  "verifying_half",
  "connected_part",
  "failed_mismatch",
  "failed_scopes",
  "close_question",
  "help",
];
/** Also in the pseudo-language, whose texts are longer than those of any real one: a wider net. */
const longer = sample(
  [
    "method",
    "permissions_write",
    "subdomain_address",
    "details_empty",
    "api_key_copied",
    "connected_part",
    "close_question",
  ],
  3,
  "text size",
);
const looks = [...names.map((name) => [name, "en"] as const), ...longer.map((name) => [name, "en-XA"] as const)];

/** High enough for every state, and low enough for a canvas that is not scaled down (frames.ts). */
const size = { width: 440, height: 4000 };

describe("text twice as large", () => {
  let gallery: Gallery;
  let page: Page;
  let looked = 0;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page({ viewport: size });
    await takeLettersOut(page);
  });
  after(async () => {
    console.log(`text size: ${looked} texts`);
    await gallery.stop();
  });

  for (const [name, locale] of looks)
    it(`C5 ${name} in ${locale}: no text is cut off or lies on another, also with a reader's spacing`, async () => {
      // On the way there every step is painted, which costs by the pixel.
      await page.setViewportSize({ ...size, height: 720 });
      const { frame } = await gallery.show(page, name, locale);
      await setTextView(frame, false);
      await page.setViewportSize(size);
      await enlargeText(frame);
      const painted = await cutOffLetters(frame);
      assert.ok(painted.texts >= 5);
      assert.deepEqual(painted.wrong, [], "canvas view at 200 %");
      await setTextView(frame, true);
      await page.setViewportSize({ ...size, height: 9000 }); // Nothing is drawn, so nothing is scaled down.
      const large = await misplacedText(frame);
      assert.ok(large.texts >= 5);
      assert.deepEqual(large.wrong, [], "Text view at 200 %");
      await spaceOut(frame);
      assert.deepEqual((await misplacedText(frame)).wrong, [], "Text view at 200 %, spaced out");
      looked += painted.texts + 2 * large.texts;
    });
});
