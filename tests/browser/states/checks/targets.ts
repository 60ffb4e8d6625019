import assert from "node:assert/strict";
import { axeRule } from "../../support/axe.ts";
import { smallControls } from "../../support/controls.ts";
import type { Check } from "../check.ts";

/** A telephone's. Nothing of the page asks what it is touched with, so any page of this size will do. */
const size = { width: 360, height: 740 };
/** Our own bar; WCAG 2.5.8 asks for 24 with room around. Both in CSS px. */
const bar = 44;

export const targets: Check = {
  id: "E4",
  title: (state) => `${state}: every target is 44 px high and wide, and axe finds none too small`,
  async run(visit) {
    const found: string[] = [];
    for (const view of visit.views) {
      await visit.look({ view, size });
      const small = [...(await smallControls(visit.frame, bar)), ...(await axeRule(visit.frame, "target-size"))];
      found.push(...small.map((fault) => `${view} view: ${fault}`));
    }
    assert.deepEqual(found, []);
  },
};
