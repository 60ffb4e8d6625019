import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { isControl, readAloud } from "../support/ax.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { wordsOf } from "../support/languages.ts";

describe("language, direction and outline", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
  });
  after(() => gallery.stop());

  for (const [language, direction] of [
    ["en", "ltr"],
    ["de", "ltr"],
    ["ja", "ltr"],
    ["ar", "rtl"],
  ] as const)
    it(`A7 ${language} is set on the page, runs ${direction}, and keeps the order of things`, async () => {
      const roles = async (locale: string): Promise<string[]> => {
        const { frame } = await gallery.show(page, "subdomain_address", locale);
        await setTextView(frame, true);
        const [lang, dir] = await frame.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
        assert.deepEqual([lang, dir], [locale, locale === "ar" ? "rtl" : "ltr"]);
        return (await readAloud(page, frame)).map(({ role }) => role);
      };
      assert.deepEqual(await roles(language), await roles("en"));
    });

  it("A7 in a page from right to left things stand mirrored", async () => {
    const xs = async (locale: string): Promise<number[]> => {
      const { frame } = await gallery.show(page, "admin", locale);
      await setTextView(frame, true);
      return frame.evaluate(() =>
        ["back", "close", "help", "text_view"].map((node) => {
          const box = document.querySelector(`[data-node=${node}]`)?.getBoundingClientRect();
          return box ? (box.left + box.right) / 2 : -1;
        }),
      );
    };
    const [back = 0, close = 0, help = 0, view = 0] = await xs("en");
    assert.ok(back < close && help < view);
    const [mirroredBack = 0, mirroredClose = 0, mirroredHelp = 0, mirroredView = 0] = await xs("ar");
    assert.ok(mirroredBack > mirroredClose && mirroredHelp > mirroredView);
  });

  for (const { name } of states)
    it(`A8 ${name} has one first heading, which names its dialog, and says where in the steps it is`, async () => {
      const { frame } = await gallery.show(page, name);
      const met = await readAloud(page, frame);
      const dialogs = met.filter(({ role }) => role === "dialog");
      const headings = met.filter(({ line }) => line.endsWith(" level=1"));
      assert.equal(dialogs.length, 1);
      assert.equal(headings.length, 1);
      assert.equal(headings[0]?.line, `${dialogs[0]?.line.replace("dialog", "heading") ?? ""} level=1`);
      const counted = await frame.evaluate(() => document.querySelector(".progress:not([hidden])")?.textContent ?? "");
      if (counted) assert.match(counted, /^Step [1-7] of [1-7]$/);
      assert.equal(
        counted === "",
        /^(hosted|refused|close_question|help|config_wrong|not_allowed|load_failed|failed_session)/.test(name),
        counted,
      );
      assert.ok(met.some(isControl));
    });

  it("A8 the document is titled as its screen, in the language of the page", async () => {
    const { frame } = await gallery.show(page, "provider", "de");
    assert.equal(await frame.title(), wordsOf("de")["provider.heading"]);
  });
});
