import assert from "node:assert/strict";
import { isLow } from "../../../../web/link/dom/placement.ts";
import type { Check } from "../check.ts";

/** Around the height where the bars of some states leave too little, and two that are low or high by themselves. */
const heights = [380, 430, 480, 640];

export const bars: Check = {
  id: "C4",
  title: (state) => `${state}: header and footer stand still only where they leave enough to see, in either view`,
  async run(visit) {
    const found: string[] = [];
    for (const view of visit.views)
      for (const height of heights) {
        await visit.look({ view, size: { width: 440, height } });
        const { fixed, ...seen } = await visit.frame.evaluate(() => {
          const part = (selector: string): number => document.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0;
          return {
            fixed: document.querySelector(".card > .head") !== null,
            card: part(".card"),
            // With what stands in the foot where that is fixed.
            bars: part(".head") + part(".foot") + (part(".top > .jump") && part(".top > .jump") + 4),
          };
        });
        // In the canvas view the elements of bars that scroll have no height of their own.
        const known = fixed || view === "text";
        if (visit.views.length > 1 && known && fixed === isLow(seen.card, seen.bars))
          found.push(
            `${view} view, ${String(height)} px: ${fixed ? "fixed" : "scrolling"} bars of ${String(seen.bars)} px`,
          );
      }
    assert.deepEqual(found, []);
  },
};
