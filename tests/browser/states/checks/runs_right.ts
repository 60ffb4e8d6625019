import assert from "node:assert/strict";
import type { Check } from "../check.ts";

/** In a page from right to left: what is Latin is read in its order, and a passage of its own says its language. */
export const runsRight: Check = {
  id: "A7",
  title: (state, locale) => `${state}: addresses, keys and English passages keep their order in ${locale}`,
  async run(visit) {
    await visit.look();
    const { passages, wrong } = await visit.frame.evaluate(() => {
      const wrong: string[] = [];
      let passages = 0;
      const walker = document.createTreeWalker(document.querySelector(".card") ?? document.body, NodeFilter.SHOW_TEXT);
      /** Whether the characters stand one after the other from left to right, line by line. */
      const inOrder = (node: Node, from: number, to: number): boolean => {
        let last: DOMRect | undefined;
        for (let at = from; at < to; at++) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getBoundingClientRect();
          if (box.width === 0) continue;
          if (last && box.top < last.bottom - 2 && box.left < last.left - 1) return false;
          last = box;
        }
        return true;
      };
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const text = node.textContent ?? "";
        const parent = node.parentElement;
        if (!/[a-z]/i.test(text) || !parent?.checkVisibility() || parent.closest(".live, option")) continue;
        const own = !/\p{Script=Arabic}/u.test(text);
        const marked =
          getComputedStyle(parent).direction === "ltr" && parent.closest("[lang]")?.getAttribute("lang") === "en";
        // A monogram is a picture.
        if (own && !parent.matches(".tile") && !marked) wrong.push(`“${text}” does not say that it is English`);
        const runs = own ? [{ 0: text, index: 0 }] : text.matchAll(/[./@_-]*[a-z][^\s\p{Script=Arabic}«»،؛؟()]*/giu);
        for (const { 0: run, index } of runs) {
          const end = index + (own ? run : run.replace(/[.,:;!?]+$/, "")).length;
          passages++;
          if (!inOrder(node, index, end)) wrong.push(`“${text.slice(index, end)}” is turned round in “${text}”`);
        }
      }
      for (const input of document.querySelectorAll<HTMLInputElement>("input:is([type=text], [type=password])"))
        if (getComputedStyle(input).direction !== "ltr") wrong.push(`${input.name} is typed from right to left`);
      return { passages, wrong };
    });
    assert.ok(passages > 0 || visit.name.startsWith("hosted"));
    assert.deepEqual(wrong, []);
  },
};
