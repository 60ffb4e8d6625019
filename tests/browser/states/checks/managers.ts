import assert from "node:assert/strict";
import { judgeFields } from "../../support/manager_rules.ts";
import { toldView } from "../../support/told_view.ts";
import type { Check } from "../check.ts";

export const managers: Check = {
  id: "D7",
  title: (state) => `${state}: every field keeps the published rules in both views, at 320 and at 1280 px`,
  async run(visit) {
    const nodes = (await toldView(visit.frame))?.nodes ?? [];
    const described = nodes.filter(({ kind }) => kind === "field").map(({ id }) => id.replace("field:", ""));
    // Whether there is one is the same at every size.
    if (described.length === 0) {
      assert.deepEqual((await judgeFields(visit.frame)).fields, []);
      return;
    }
    for (const width of [320, 1280])
      for (const view of visit.views) {
        await visit.look({ view, size: { width, height: 720 } });
        const { fields, faults } = await judgeFields(visit.frame);
        assert.deepEqual(fields, described, "every field of the screen's description is judged");
        assert.deepEqual(faults, [], `${String(width)} px, ${view} view`);
      }
  },
};
