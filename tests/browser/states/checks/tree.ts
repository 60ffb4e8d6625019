import assert from "node:assert/strict";
import { readAloud } from "../../support/ax.ts";
import { expectedTree } from "../../support/expected_tree.ts";
import { toldView } from "../../support/told_view.ts";
import type { Check } from "../check.ts";

export const tree: Check = {
  id: "A2",
  title: (state) => `${state}: the accessibility tree is what the screen's description says, in order, in both views`,
  async run(visit) {
    const { page, frame } = visit;
    const view = await toldView(frame);
    if (!view) {
      // A plain screen, which comes without the module.
      const [dialog, heading] = await readAloud(page, frame);
      assert.equal(heading?.line, `${dialog?.line.replace("dialog", "heading") ?? ""} level=1`);
      return;
    }
    for (const look of visit.views) {
      await visit.look({ view: look });
      const met = (await readAloud(page, frame)).map(({ line }) => line);
      assert.deepEqual(met, expectedTree(view, look === "text"), `${look} view`);
    }
  },
};
