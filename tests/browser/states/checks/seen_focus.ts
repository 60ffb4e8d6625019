import assert from "node:assert/strict";
import { states } from "../../../../web/gallery/states.ts";
import { deep, sample } from "../../../support/sample.ts";
import { controlNames, obscured } from "../../support/controls.ts";
import { tabOrder } from "../../support/keyboard.ts";
import { toldView } from "../../support/told_view.ts";
import type { Size } from "../../support/reflow.ts";
import type { Check } from "../check.ts";

/** A small window; and what a soft keyboard leaves of a phone's. */
const sizes = [
  { width: 320, height: 256 },
  { width: 360, height: 340 },
] as const;

/** The states that are looked at in the first of them; the others are in the second. Both, under `--deep`. */
const inFirst = new Set(
  sample(
    states.map(({ name }) => name),
    Math.ceil(states.length / 2),
    "the focus at 320 by 256 px",
  ),
);

const sizesOf = (state: string): readonly Size[] => (deep ? sizes : [sizes[inFirst.has(state) ? 0 : 1]]);

/** A primary button that is disabled keeps its place, so it is left out of the comparison. */
const withoutPrimary = (names: readonly string[]): string[] => names.filter((id) => id !== "primary").sort();

export const seenFocus: Check = {
  id: "B6",
  title: (state) => `${state}: nothing covers what has the focus at 320 by 256 px or above a soft keyboard`,
  async run(visit) {
    const described = await toldView(visit.frame);
    const found: string[] = [];
    for (const view of visit.views)
      for (const size of sizesOf(visit.name)) {
        await visit.look({ view, size });
        const names = await controlNames(visit.frame);
        if (described) assert.deepEqual(withoutPrimary(names), withoutPrimary(tabOrder(described)));
        for (const fault of await obscured(visit.frame))
          found.push(`${view} view, ${String(size.height)} px high: ${fault}`);
      }
    assert.deepEqual(found, []);
  },
};
