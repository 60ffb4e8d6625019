import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { isControl, readAloud } from "../../support/ax.ts";
import { toldLayout } from "../../support/told_view.ts";
import type { Check } from "../check.ts";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const near = (a: Box, b: Box): boolean =>
  (["x", "y", "width", "height"] as const).every((side) => Math.abs(a[side] - b[side]) <= 1);

/** The `data-node` of every element of a page and its frames, by the number that the accessibility tree has for it. */
async function nodeNames(page: Page): Promise<Map<number, string>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("DOM.enable");
  const { nodes } = await cdp.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
  await cdp.detach();
  return new Map(
    nodes.map(({ backendNodeId, attributes = [] }) => {
      const at = attributes.indexOf("data-node");
      return [backendNodeId, at < 0 ? "" : (attributes[at + 1] ?? "")];
    }),
  );
}

export const boxes: Check = {
  id: "A3",
  title: (state) => `${state}: every control's box is the rectangle that was painted for it`,
  async run(visit) {
    await visit.look();
    const { page, frame } = visit;
    const layout = await toldLayout(frame);
    if (!layout) return; // A plain screen is not painted.
    const { tops, shown } = await frame.evaluate(() => {
      const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
      const named = [...document.querySelectorAll<HTMLElement>("[data-node]")].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { id: element.dataset["node"] ?? "", x, y, width, height };
      });
      return { tops: { header: top(".head"), content: top(".sheet"), footer: top(".foot") }, shown: named };
    });
    const painted = layout.rects.map((rect) => ({ ...rect, y: rect.y + tops[rect.region] }));
    const controls = (await readAloud(page, frame)).filter(isControl);
    assert.ok(controls.length >= 2, "there is something to press");
    const names = await nodeNames(page);
    for (const { line, backendNodeId } of controls) {
      const id = names.get(backendNodeId ?? 0) ?? "";
      const [box, ...more] = shown.filter((candidate) => candidate.id === id);
      assert.ok(box && more.length === 0, `${line} (${id}) is one element`);
      assert.ok(box.width > 0 && box.height > 0, `${line} has a box`);
      const rect = painted.find((candidate) => candidate.id === id);
      assert.ok(rect, `${line} (${id}) was painted`);
      assert.ok(near(box, rect), `${line}: ${JSON.stringify(box)} lies on ${JSON.stringify(rect)}`);
    }
  },
};
