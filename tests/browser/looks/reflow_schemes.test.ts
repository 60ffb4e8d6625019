import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { Gallery } from "../support/gallery.ts";
import { longestLanguage } from "../support/languages.ts";
import { cutOff, type Size, unfit } from "../support/reflow.ts";
import { watchView } from "../support/told_view.ts";

const narrow: Size = { width: 320, height: 640 };

describe("in every kind of language everything fits, light and dark", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page({ viewport: narrow, reducedMotion: "reduce" });
    await watchView(page);
  });
  after(() => gallery.stop());

  const cases = [
    ["en", ["light", "dark"]],
    [longestLanguage(), ["dark"]], // Light: reflow.test.ts.
    ["ar", ["light", "dark"]],
  ] as const;
  for (const [locale, schemes] of cases)
    for (const { name } of states)
      it(`C4 ${name} fits a window of 320 px in ${locale}, ${schemes.join(" and ")}`, async () => {
        const shot = await gallery.show(page, name, locale);
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          if (locale !== "ar") assert.deepEqual(await unfit(shot, [narrow]), []);
          else {
            // From right to left there is the Text view alone.
            assert.equal(await shot.frame.locator("canvas:visible").count(), 0);
            assert.deepEqual(await cutOff(shot.frame, true), []);
          }
        }
      });
});
