import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { axeFindings } from "../support/axe.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { longestLanguage } from "../support/languages.ts";

// A1: every screen in every state, in both views, light and dark. Arabic has the Text view alone.
describe("A1 axe finds nothing", () => {
  let gallery: Gallery;
  let page: Page;
  let looked = 0;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
  });
  after(async () => {
    console.log(`axe: ${String(looked)} pictures of ${String(states.length)} states`);
    await gallery.stop();
  });

  for (const locale of ["en", longestLanguage(), "ar"])
    for (const { name } of states)
      it(`A1 axe finds nothing on ${name} in ${locale}`, async () => {
        const { frame } = await gallery.show(page, name, locale);
        const found: string[] = [];
        for (const view of locale === "ar" ? (["text"] as const) : (["canvas", "text"] as const)) {
          await setTextView(frame, view === "text");
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            for (const finding of await axeFindings(frame, view)) found.push(`${view}, ${colorScheme}: ${finding}`);
            looked++;
          }
        }
        assert.deepEqual(found, []);
      });

  it("A1 axe would find a control without a name, and letters too pale", async () => {
    await page.emulateMedia({ colorScheme: "light" });
    const { frame } = await gallery.show(page, "method");
    await setTextView(frame, true);
    await frame.evaluate(() => {
      document.querySelector("[role=dialog]")?.append(document.createElement("button"));
      document.querySelector<HTMLElement>(".lead")?.style.setProperty("color", "#bbb");
    });
    const found = (await axeFindings(frame, "text")).join();
    assert.match(found, /button-name/);
    assert.match(found, /color-contrast/);
  });
});
