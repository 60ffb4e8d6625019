import assert from "node:assert/strict";
import { isControl, readAloud } from "../../support/ax.ts";
import type { Check } from "../check.ts";

export const outline: Check = {
  id: "A8",
  title: (state) => `${state} has one first heading, which names its dialog, and says where in the steps it is`,
  async run(visit) {
    await visit.look();
    const { name, page, frame } = visit;
    const met = await readAloud(page, frame);
    const dialogs = met.filter(({ role }) => role === "dialog");
    const headings = met.filter(({ line }) => line.endsWith(" level=1"));
    assert.equal(dialogs.length, 1);
    assert.equal(headings.length, 1);
    assert.equal(headings[0]?.line, `${dialogs[0]?.line.replace("dialog", "heading") ?? ""} level=1`);
    const counted = await frame.evaluate(() => document.querySelector(".progress:not([hidden])")?.textContent ?? "");
    if (counted) assert.match(counted, /^Step [1-7] of [1-7]$/);
    assert.equal(
      counted === "",
      /^(hosted|refused|close_question|help|config_wrong|not_allowed|load_failed|failed_session)/.test(name),
      counted,
    );
    assert.ok(met.some(isControl));
  },
};
