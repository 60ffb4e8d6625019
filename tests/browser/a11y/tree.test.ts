import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { readAloud } from "../support/ax.ts";
import { expectedTree } from "../support/expected_tree.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { toldView, watchView } from "../support/told_view.ts";

describe("what a screen reader meets", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    await watchView(page);
  });
  after(() => gallery.stop());

  for (const { name } of states)
    it(`A2 ${name}: the accessibility tree is what the screen's description says, in order, in both views`, async () => {
      const { frame } = await gallery.show(page, name);
      const view = await toldView(frame);
      if (!view) {
        // A plain screen, which comes without the module.
        const [dialog, heading] = await readAloud(page, frame);
        assert.equal(heading?.line, `${dialog?.line.replace("dialog", "heading") ?? ""} level=1`);
        return;
      }
      for (const textView of [false, true]) {
        await setTextView(frame, textView);
        const met = (await readAloud(page, frame)).map(({ line }) => line);
        assert.deepEqual(met, expectedTree(view, textView), textView ? "Text view" : "canvas view");
      }
    });
});
