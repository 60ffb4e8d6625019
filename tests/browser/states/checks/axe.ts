import assert from "node:assert/strict";
import { axeFindings, axeRule } from "../../support/axe.ts";
import type { Check } from "../check.ts";

/**
 * Both views. The scheme changes colours alone, so in the dark only contrast is asked for again, where there is text: what
 * is painted is measured in C++.
 */
export const axe: Check = {
  id: "A1",
  title: (state, locale) => `axe finds nothing on ${state} in ${locale}`,
  async run(visit) {
    const found: string[] = [];
    for (const view of visit.views) {
      await visit.look({ view });
      for (const finding of await axeFindings(visit.frame, view)) found.push(`${view}: ${finding}`);
    }
    await visit.look({ view: "text", scheme: "dark" });
    for (const finding of await axeRule(visit.frame, "color-contrast")) found.push(`text, dark: ${finding}`);
    assert.deepEqual(found, []);
  },
};

/** Another language puts other words into the same elements: the view that has all of them as text is enough. */
export const axeOfWords: Check = {
  id: "A1",
  title: (state, locale) => `axe finds nothing in the Text view of ${state} in ${locale}`,
  async run(visit) {
    await visit.look({ view: "text" });
    assert.deepEqual(await axeFindings(visit.frame, "text"), []);
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
