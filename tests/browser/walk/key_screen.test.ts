import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import type { Demo } from "../support/demo.ts";
import {
  button,
  expectScreen,
  keyField,
  openWidget,
  overflowOf,
  textbox,
  toSubdomain,
  type Widget,
} from "../support/walk.ts";
import { walkOnOnePage } from "../support/walking_page.ts";

const HEADING = "Enter your Workable API key";

const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };

/** Where something is on the page, and whether all of it is seen: inside the part that scrolls, which did not scroll. */
async function isSeen(widget: Widget, target: Locator): Promise<boolean> {
  const box = await target.boundingBox();
  const frame = await widget.frame.locator(".scroll").boundingBox();
  if (!box || !frame) return false;
  return (
    box.y >= frame.y - 1 &&
    box.y + box.height <= frame.y + frame.height + 1 &&
    box.x >= frame.x - 1 &&
    box.x + box.width <= frame.x + frame.width + 1
  );
}

for (const view of ["canvas", "Text"] as const)
  describe(`the guide and the field, in the ${view} view`, () => {
    let demo: Demo, page: Page;
    walkOnOnePage((...made) => ([demo, page] = made), { canvas: view === "canvas" });

    async function toKey(size: { width: number; height: number }): Promise<Widget> {
      await page.setViewportSize(size);
      const widget = await openWidget(page, demo.servers.hostUrl);
      await toSubdomain(widget);
      await textbox(widget, "Subdomain").fill("acme");
      await button(widget, "Next").click();
      await expectScreen(widget, HEADING);
      return widget;
    }
    const steps = (widget: Widget): Locator => widget.frame.locator("ol > li > .step-label");
    const scrolled = (widget: Widget): Promise<number> =>
      widget.frame.locator(".scroll").evaluate(({ scrollTop }) => scrollTop);

    it("every step and the field are seen at once where there is room, and nothing leads to it", async () => {
      const widget = await toKey(wide);
      await page.waitForFunction(() => (document.querySelector("dialog")?.clientWidth ?? 0) >= 840);
      await widget.frame.locator(".jump:visible").waitFor({ state: "detached" });
      // It waits for what is drawn next, by which the steps have their places.
      assert.equal(await overflowOf(widget), 0);
      assert.equal(await steps(widget).count(), 7);
      for (const step of await steps(widget).all()) assert.ok(await isSeen(widget, step), await step.innerText());
      for (const name of ["Copy name", "Copy r_jobs", "Copy r_candidates"])
        assert.ok(await isSeen(widget, button(widget, name)), name);
      assert.ok(await isSeen(widget, keyField(widget)), "the field");
      const first = await steps(widget).first().boundingBox();
      const field = await keyField(widget).boundingBox();
      assert.ok(first && field && field.x > first.x + first.width, "the field stands beside the guide");
      assert.equal(await scrolled(widget), 0);
      assert.equal(await button(widget, "I have my key").count(), 0);
    });

    it("the first step and what leads to the field are seen at once on a telephone", async () => {
      const widget = await toKey(narrow);
      assert.ok(await isSeen(widget, steps(widget).first()), "the first step");
      const jump = button(widget, "I have my key");
      const box = await jump.boundingBox();
      assert.ok(box && box.height >= 44 && box.y + box.height <= narrow.height, "it is in the foot");
      assert.equal(await scrolled(widget), 0);

      await jump.click();
      await widget.frame.locator("input[type=password]:focus").waitFor();
      assert.ok(await isSeen(widget, keyField(widget)), "the field");
      assert.ok(await isSeen(widget, widget.frame.locator(".field-label").first()), "its label");
      assert.ok((await jump.boundingBox())!.y === box.y, "it stays where it is");
    });

    it("the field has the focus once what leads to it goes away under it", async () => {
      const widget = await toKey(narrow);
      await button(widget, "I have my key").focus();
      await page.setViewportSize(wide);
      await widget.frame.locator("input[type=password]:focus").waitFor();
      assert.equal(await button(widget, "I have my key").count(), 0);
    });

    it("the guide stands before the field for whoever reads or tabs, and holds nothing to tick", async () => {
      const widget = await toKey(narrow);
      const order = await widget.frame
        .locator("ol, ol button, ol a, input, .primary")
        .evaluateAll((found) => found.map((element) => element.dataset["node"] ?? element.tagName));
      assert.deepEqual(order, [
        "OL",
        ...["settings", "copy_name", "scope:r_jobs", "scope:r_candidates", "field:api_key", "primary"],
      ]);
      assert.equal(await widget.frame.getByRole("checkbox").count(), 0);
      assert.equal(await widget.frame.locator("h1:focus").count(), 1, "a new screen begins at its heading");
    });
  });
