import assert from "node:assert/strict";
import { readAloud } from "../../support/ax.ts";
import type { Check } from "../check.ts";

const roles: Readonly<Record<string, string>> = {
  subdomain_empty: "textbox",
  subdomain_address: "textbox",
  details_empty: "combobox",
  api_key_short: "textbox",
  key_refused: "textbox",
};

export const wrongField: Check = {
  id: "F2",
  title: (state) =>
    `${state}: the field is invalid, its description starts with what is wrong, and an icon stands with the words`,
  on: (state) => state in roles,
  async run(visit) {
    await visit.look();
    const { name, page, frame } = visit;
    const field = (await readAloud(page, frame)).find(({ line }) => line.startsWith(roles[name] ?? ""));
    const error = await frame.locator(".field-error").innerText();
    assert.ok(error.length > 10);
    assert.ok(field);
    assert.ok(field.line.includes(`(${error.trim()}`), field.line);
    assert.match(field.line, /invalid=true/);
    for (const view of visit.views) {
      await visit.look({ view });
      assert.equal(await frame.locator(".field-error").isVisible(), true);
    }
    assert.equal(await frame.locator(".field-error svg").isVisible(), true);
  },
};
