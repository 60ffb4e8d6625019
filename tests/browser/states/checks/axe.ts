import assert from "node:assert/strict";
import { axeFindings, axeRule } from "../../support/axe.ts";
import type { Check } from "../check.ts";

/** Both views, light and dark. In the Text view that is the contrast of every text as well. */
export const axe: Check = {
  id: "A1",
  title: (state, locale) => `axe finds nothing on ${state} in ${locale}`,
  async run(visit) {
    const found: string[] = [];
    for (const view of visit.views)
      for (const scheme of ["light", "dark"] as const) {
        await visit.look({ view, scheme });
        for (const finding of await axeFindings(visit.frame, view)) found.push(`${view}, ${scheme}: ${finding}`);
      }
    assert.deepEqual(found, []);
  },
};

/** What is painted is measured in C++, and by pixels in looks/contrast.test.ts. */
export const enhancedContrast: Check = {
  id: "C8",
  title: (state) => `${state}: with more contrast text of the Text view has 7:1, light and dark`,
  async run(visit) {
    const found: string[] = [];
    for (const scheme of ["light", "dark"] as const) {
      await visit.look({ view: "text", scheme, contrast: "more" });
      for (const finding of await axeRule(visit.frame, "color-contrast-enhanced")) found.push(`${scheme}: ${finding}`);
    }
    assert.deepEqual(found, []);
  },
};
