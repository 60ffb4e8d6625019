import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { isControl, readAloud } from "../support/ax.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { toldLayout, watchView } from "../support/told_view.ts";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const near = (a: Box, b: Box): boolean =>
  (["x", "y", "width", "height"] as const).every((side) => Math.abs(a[side] - b[side]) <= 1);

describe("where things are", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    await watchView(page);
  });
  after(() => gallery.stop());

  for (const { name } of states)
    it(`A3 ${name}: every control's box is the rectangle that was painted for it`, async () => {
      const { frame } = await gallery.show(page, name);
      await setTextView(frame, false); // Waits for the frame that a late answer has asked for.
      const layout = await toldLayout(frame);
      if (!layout) return; // A plain screen is not painted.
      const tops = await frame.evaluate(() => {
        const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
        return { header: top(".head"), content: top(".sheet"), footer: top(".foot") };
      });
      const painted = layout.rects.map((rect) => ({ ...rect, y: rect.y + tops[rect.region] }));
      const cdp = await page.context().newCDPSession(page);
      const controls = (await readAloud(page, frame)).filter(isControl);
      assert.ok(controls.length >= 2, "there is something to press");
      for (const { line, backendNodeId } of controls) {
        const { quads } = await cdp.send("DOM.getContentQuads", { backendNodeId: backendNodeId ?? 0 });
        const [left = 0, top = 0, right = 0, , , bottom = 0] = quads[0] ?? [];
        assert.ok(right > left && bottom > top, `${line} has a box`);
        const { node } = await cdp.send("DOM.describeNode", { backendNodeId: backendNodeId ?? 0 });
        const attributes = node.attributes ?? [];
        const id = attributes[attributes.indexOf("data-node") + 1] ?? "";
        const { object } = await cdp.send("DOM.resolveNode", { backendNodeId: backendNodeId ?? 0 });
        const { result } = await cdp.send("Runtime.callFunctionOn", {
          objectId: object.objectId ?? "",
          functionDeclaration:
            "function () { const { x, y, width, height } = this.getBoundingClientRect(); return { x, y, width, height }; }",
          returnByValue: true,
        });
        const box = result.value as Box;
        const rect = painted.find((candidate) => candidate.id === id);
        assert.ok(rect, `${line} (${id}) was painted`);
        assert.ok(near(box, rect), `${line}: ${JSON.stringify(box)} lies on ${JSON.stringify(rect)}`);
      }
      await cdp.detach();
    });
});
