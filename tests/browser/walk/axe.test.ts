import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, describe, it } from "node:test";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { screenStates } from "../support/screens.ts";
import type { Widget } from "../support/walk.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

function frameOf(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
  assert.ok(frame, "the widget has its frame");
  return frame;
}

/** Each violation as "rule: element", in the widget's frame alone: the host page is not the product. */
async function violations(page: Page, rules: RunOptions["rules"] = {}): Promise<string[]> {
  const frame = frameOf(page);
  await frame.evaluate(axe);
  const found = await frame.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify({ runOnly: { type: "tag", values: tags }, rules })})`,
  );
  assert.ok(found.passes.length > 10, "axe looked at something");
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const toText = (widget: Widget) => widget.frame.getByRole("switch", { name: "Text view" }).click();

describe("axe finds nothing on any screen", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start()));
  afterEach(() => demo.closePages());
  after(() => demo.stop());

  for (const [index, state] of screenStates.entries())
    it(state.name, async () => {
      const page = await demo.page({ colorScheme: index % 2 === 0 ? "light" : "dark" });
      const widget = await state.reach(page, demo.servers.hostUrl);
      // In the canvas view the letters are the painter's, and the elements' own are transparent.
      assert.deepEqual(await violations(page, { "color-contrast": { enabled: false } }), [], "canvas view");
      await toText(widget);
      assert.deepEqual(await violations(page), [], "Text view");
    });

  it("and would find a control without a name", async () => {
    const page = await demo.page();
    await screenStates[0]?.reach(page, demo.servers.hostUrl);
    await frameOf(page).evaluate(() =>
      document.querySelector("[role=dialog]")?.append(document.createElement("button")),
    );
    assert.match((await violations(page)).join(), /button-name/);
  });
});
