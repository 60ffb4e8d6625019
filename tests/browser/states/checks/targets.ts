import assert from "node:assert/strict";
import { axeRule } from "../../support/axe.ts";
import { smallControls } from "../../support/controls.ts";
import type { Check } from "../check.ts";

/** Our own bar; WCAG 2.5.8 asks for 24 with room around. Both in CSS px. */
const bar = 44;

export const targets: Check = {
  id: "E4",
  title: (state) => `${state}: every target is 44 px high and wide, and axe finds none too small`,
  async run(visit) {
    const found: string[] = [];
    for (const view of visit.views) {
      await visit.look({ view });
      const small = [...(await smallControls(visit.frame, bar)), ...(await axeRule(visit.frame, "target-size"))];
      found.push(...small.map((fault) => `${view} view: ${fault}`));
    }
    assert.deepEqual(found, []);
  },
};
