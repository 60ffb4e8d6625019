import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { sample } from "../../support/sample.ts";
import { Gallery, setTextView } from "../support/gallery.ts";

/** Between them they show every kind of text; `more` is a wider net over the same kinds. */
const shown = ["provider_all", "permissions_write", "subdomain_address", "api_key", "invite", "connected_part"];
const more = ["details", "verifying_half", "failed_scopes", "help", "close_question"];

interface Found {
  texts: number;
  wrong: string[];
}

describe("find in page", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
  });
  after(() => gallery.stop());

  /** Searches for each text that is seen, as Ctrl+F does, and looks whether it is marked where it stands. */
  const findAll = (frame: Frame, textView: boolean): Promise<Found> =>
    frame.evaluate((flow) => {
      const find = (window as unknown as { find: (...given: unknown[]) => boolean }).find.bind(window);
      const card = document.querySelector(".card")!;
      const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node instanceof Text && node.data.trim() && node.parentElement?.checkVisibility()) texts.push(node);
      const seen = texts.filter(
        ({ parentElement }) => !parentElement?.closest(".live, .unplaced, option, [aria-hidden]"),
      );
      const wrong = seen.flatMap((text) => {
        const words = text.data.trim();
        // The box that was painted for it: canvas view places it, Text view's flow gives the element's own.
        const around = text.parentElement!;
        const placed = flow ? around : (around.closest<HTMLElement>("[style*=width]") ?? around);
        getSelection()?.collapse(card, 0);
        for (let match = 0; match < 40 && find(words, true, false, false); match++) {
          const range = getSelection()?.getRangeAt(0);
          if (!range?.intersectsNode(text)) continue;
          const [mark, box] = [range.getBoundingClientRect(), placed.getBoundingClientRect()];
          const slack = 2;
          const inside =
            mark.left >= box.left - slack &&
            mark.right <= box.right + slack &&
            mark.top >= box.top - slack &&
            mark.bottom <= box.bottom + slack;
          if (inside && mark.width > 0 && mark.height > 0) return [];
          const numbers = [mark, box].map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" "));
          return [`“${words}” is marked at ${numbers.join(", not in ")}`];
        }
        return [`“${words}” is not found`];
      });
      return { texts: seen.length, wrong };
    }, textView);

  for (const textView of [false, true])
    it(`D10 every text that is seen is found where it stands in the ${textView ? "Text" : "canvas"} view`, async () => {
      for (const name of [...shown, ...sample(more, 1, `find ${String(textView)}`)]) {
        const { frame } = await gallery.show(page, name);
        await setTextView(frame, textView);
        await frame.evaluate(() => new Promise(requestAnimationFrame));
        const { texts, wrong } = await findAll(frame, textView);
        assert.ok(texts > 6, `${name}: ${String(texts)} texts`);
        assert.deepEqual(wrong, [], name);
      }
    });
});
