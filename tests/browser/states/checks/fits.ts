import assert from "node:assert/strict";
import { cutOff, type Size, unfit } from "../../support/reflow.ts";
import type { Check } from "../check.ts";
import type { Look, Visit } from "../visit.ts";

const narrow: Size = { width: 320, height: 640 };
const small: Size = { width: 320, height: 256 };
const turned: readonly Size[] = [
  { width: 800, height: 360 },
  { width: 360, height: 800 },
];

async function expectFit(visit: Visit, sizes: readonly Size[], scheme: Look["scheme"] = "light"): Promise<void> {
  const found: string[] = [];
  for (const view of visit.views)
    for (const size of sizes) {
      await visit.look({ view, size, scheme });
      const where = `${view} view, ${String(size.width)} by ${String(size.height)}`;
      found.push(...(await unfit(visit.frame, view)).map((fault) => `${where}: ${fault}`));
    }
  assert.deepEqual(found, []);
}

export const fits: Check = {
  id: "C4",
  title: (state, locale) => `${state} fits a window of 320 px in ${locale}`,
  run: (visit) => expectFit(visit, [narrow]),
};

export const fitsDark: Check = {
  id: "C4",
  title: (state, locale) => `${state} fits a window of 320 px in ${locale}, dark`,
  run: (visit) => expectFit(visit, [narrow], "dark"),
};

export const fitsSmall: Check = {
  id: "C4",
  title: (state, locale) => `${state} fits a window of 320 by 256 px in ${locale}`,
  run: (visit) => expectFit(visit, [small]),
};

export const fitsTurned: Check = {
  id: "C9",
  title: (state, locale) => `${state} fits a telephone, upright and on its side, in ${locale}`,
  run: (visit) => expectFit(visit, turned),
};

/** There is the Text view alone. */
export const fitsRightToLeft: Check = {
  id: "C4",
  title: (state, locale) => `${state} fits a window of 320 px in ${locale}, light and dark`,
  async run(visit) {
    for (const scheme of ["light", "dark"] as const) {
      await visit.look({ size: narrow, scheme });
      assert.equal(await visit.frame.locator("canvas:visible").count(), 0);
      assert.deepEqual(await cutOff(visit.frame, true), []);
    }
  },
};
