import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { readAloud } from "../../support/ax.ts";
import { contrast, decode } from "../../support/pixels.ts";
import type { Check } from "../check.ts";

const roles: Readonly<Record<string, string>> = {
  subdomain_empty: "textbox",
  subdomain_address: "textbox",
  details_empty: "combobox",
  api_key_short: "textbox",
  key_refused: "textbox",
};

/** The sides of the wrong field's frame that are not seen while it has the focus, in the colour of its sentence. */
async function hiddenSides(page: Page, frame: Frame): Promise<string[]> {
  const input = frame.locator("[aria-invalid=true]").first();
  await input.focus();
  await input.scrollIntoViewIfNeeded();
  const place = await input.evaluate((field) => {
    const box = (document.querySelector(".text-view") && field.closest(".box")) || field;
    const { left, top, width, height } = box.getBoundingClientRect();
    const { left: x, top: y } = field.getBoundingClientRect();
    return { dx: left - x, dy: top - y, width, height };
  });
  const at = (await input.boundingBox()) ?? { x: 0, y: 0 };
  const [left, top] = [at.x + place.dx, at.y + place.dy];
  const pixels = decode(await page.screenshot());
  const sides: Readonly<Record<string, readonly [number, number]>> = {
    left: [left + 0.5, top + place.height / 2],
    right: [left + place.width - 1, top + place.height / 2],
    top: [left + place.width / 2, top + 0.5],
    bottom: [left + place.width / 2, top + place.height - 1],
  };
  return Object.entries(sides).flatMap(([side, [x, y]]) => {
    const [red, green, blue] = pixels.at(Math.round(x - 0.5), Math.round(y - 0.5));
    const seen = red > green + 80 && contrast([red, green, blue], [255, 255, 255]) >= 3;
    return seen ? [] : [`${side}: rgb(${String(red)}, ${String(green)}, ${String(blue)})`];
  });
}

/** The field beside it has none to show. */
const shown = ".field-error:not([hidden])";

export const wrongField: Check = {
  id: "F2",
  title: (state) =>
    `${state}: the field is invalid, its description starts with what is wrong, and an icon stands with the words`,
  on: (state) => state in roles,
  async run(visit) {
    await visit.look();
    const { name, page, frame } = visit;
    const field = (await readAloud(page, frame)).find(({ line }) => line.startsWith(roles[name] ?? ""));
    const error = await frame.locator(shown).innerText();
    assert.ok(error.length > 10);
    assert.ok(field);
    assert.ok(field.line.includes(`(${error.trim()}`), field.line);
    assert.match(field.line, /invalid=true/);
    for (const view of visit.views) {
      await visit.look({ view });
      assert.equal(await frame.locator(shown).isVisible(), true);
      assert.deepEqual(await hiddenSides(page, frame), [], `the whole frame is red in the ${view} view`);
    }
    assert.equal(await frame.locator(`${shown} svg`).isVisible(), true);
  },
};
