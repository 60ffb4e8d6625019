import assert from "node:assert/strict";
import { controlNames, obscured } from "../../support/controls.ts";
import { tabOrder } from "../../support/keyboard.ts";
import { toldView } from "../../support/told_view.ts";
import type { Check } from "../check.ts";

/** A small window; and what a soft keyboard leaves of a phone's. */
const sizes = [
  { width: 320, height: 256 },
  { width: 360, height: 340 },
];

/** A primary button that is disabled keeps its place, so it is left out of the comparison. */
const withoutPrimary = (names: readonly string[]): string[] => names.filter((id) => id !== "primary").sort();

export const seenFocus: Check = {
  id: "B6",
  title: (state) => `${state}: nothing covers what has the focus at 320 by 256 px, nor above a soft keyboard`,
  async run(visit) {
    const described = await toldView(visit.frame);
    const found: string[] = [];
    for (const view of visit.views)
      for (const size of sizes) {
        await visit.look({ view, size });
        const names = await controlNames(visit.frame);
        if (described) assert.deepEqual(withoutPrimary(names), withoutPrimary(tabOrder(described)));
        for (const fault of await obscured(visit.frame))
          found.push(`${view} view, ${String(size.height)} px high: ${fault}`);
      }
    assert.deepEqual(found, []);
  },
};
