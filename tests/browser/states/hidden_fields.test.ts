import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { judgeFields } from "../support/manager_rules.ts";
import { Visits } from "./visit.ts";

// Each trick is put on a field that is shown, and the check of every state (checks/managers.ts) has to see it.
describe("a field that a manager cannot see", () => {
  const visits = new Visits({ width: 440, height: 720 });
  after(() => visits.stop());

  /** What breaks a field, and the rules that then are broken. */
  const tricks: Record<string, string[]> = {
    "opacity: 0": ["is opaque"],
    "visibility: hidden": ["is visible", "is hit at its centre"],
    "pointer-events: none": ["is hit at its centre"],
    "clip-path: inset(50%)": ["is not clipped", "is hit at its centre"],
    "width: 1px; min-width: 0; padding: 0": ["is 60 by 10 px or more"],
    "left: -900px": ["lies in the document", "is hit at its centre"],
  };
  it("D7 a field hidden by any of the usual canvas tricks would be found", async () => {
    const { frame } = await visits.to("api_key", "en");
    for (const [trick, rules] of Object.entries(tricks)) {
      const field = frame.locator("[name=api_key]");
      const before = await field.evaluate((input, css) => {
        const { cssText } = input.style;
        input.style.cssText += `;${css}`;
        return cssText;
      }, trick);
      const { faults } = await judgeFields(frame);
      for (const rule of rules) assert.ok(faults.includes(`api_key: ${rule}`), `${trick}: ${faults.join("; ")}`);
      await field.evaluate((input, css) => (input.style.cssText = css), before);
    }
  });
});
