import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { readAloud } from "../support/ax.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { wordsOf } from "../support/languages.ts";

interface Looked {
  lang: string;
  dir: string;
  /** From left to right, of Back, Close, Get help and Text view. */
  middles: number[];
  roles: string[];
}

describe("language and direction", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
  });
  after(() => gallery.stop());

  /** How one state is in a language: each language is brought up once. */
  const looked = new Map<string, Promise<Looked>>();
  const look = (locale: string): Promise<Looked> => {
    const known = looked.get(locale) ?? lookAt(locale);
    looked.set(locale, known);
    return known;
  };
  async function lookAt(locale: string): Promise<Looked> {
    const { frame } = await gallery.show(page, "subdomain_address", locale);
    await setTextView(frame, true);
    const read = await frame.evaluate(() => {
      const { lang, dir } = document.documentElement;
      const middles = ["back", "close", "help", "text_view"].map((node) => {
        const box = document.querySelector(`[data-node=${node}]`)?.getBoundingClientRect();
        return box ? (box.left + box.right) / 2 : -1;
      });
      return { lang, dir, middles };
    });
    return { ...read, roles: (await readAloud(page, frame)).map(({ role }) => role) };
  }

  for (const [language, direction] of [
    ["en", "ltr"],
    ["de", "ltr"],
    ["ja", "ltr"],
    ["ar", "rtl"],
  ] as const)
    it(`A7 ${language} is set on the page, runs ${direction}, and keeps the order of things`, async () => {
      const { lang, dir, roles } = await look(language);
      assert.deepEqual([lang, dir], [language, direction]);
      assert.ok(roles.length > 10, "there are things to keep in order");
      assert.deepEqual(roles, (await look("en")).roles);
    });

  it("A7 in a page from right to left things stand mirrored", async () => {
    const [back = 0, close = 0, help = 0, view = 0] = (await look("en")).middles;
    assert.ok(back < close && help < view);
    const [mirroredBack = 0, mirroredClose = 0, mirroredHelp = 0, mirroredView = 0] = (await look("ar")).middles;
    assert.ok(mirroredBack > mirroredClose && mirroredHelp > mirroredView);
  });

  it("A8 the document is titled as its screen, in the language of the page", async () => {
    const { frame } = await gallery.show(page, "provider", "de");
    assert.equal(await frame.title(), wordsOf("de")["provider.heading"]);
  });
});
