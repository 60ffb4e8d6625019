import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  announcementFaults,
  entryFaults,
  type Fault,
  keyboardFaults,
  robustFaults,
  structureFaults,
} from "./faults.ts";
import { sample } from "../../support/sample.ts";
import { lookFaults } from "./look_faults.ts";
import { ServedCopy } from "./served_copy.ts";

const faults: Fault[] = [
  ...structureFaults,
  ...keyboardFaults,
  ...announcementFaults,
  ...entryFaults,
  ...robustFaults,
  ...lookFaults,
];

const tried = sample(faults, Math.ceil(faults.length / 5), "causes to break");

/** What may not be left out of the accessibility test list: each of these tests has to fail for its cause. */
const named = [
  ...["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"],
  ...["C3", "C4", "C5", "C6", "D7", "E2", "F1", "F2", "F3", "G1", "G3", "G4"],
];

// H: tests of the tests. Each fault is broken in what is served; two at a time, each in a process of its own.
describe("with one cause broken", { concurrency: 2 }, () => {
  let copy: ServedCopy;
  before(async () => (copy = await ServedCopy.build()));
  after(() => {
    copy.remove();
    console.log(`tests of the tests: ${String(tried.length)} of ${String(faults.length)} causes broken, one at a time`);
  });

  for (const { what, id, test, name, says, ...breakage } of tried)
    it(`H ${id} notices ${what}`, async () => {
      const { failed, output } = await copy.test(breakage, test, name ?? `^${id} `);
      assert.ok(failed > 0, `a test of ${id} fails\n${output.slice(-3000)}`);
      for (const each of [says].flat()) assert.match(output, each);
    });

  // A run tries a part of them: a text that is no longer served would wait for another's seed.
  it("H every cause can be broken in what is served", () => {
    for (const fault of faults) copy.mustHold(fault);
  });

  it("H nothing fails in a copy without a fault", async () => {
    const { passed, failed, output } = await copy.test(null, "tests/browser/a11y/modal.test.ts", "^(A5|B4) ");
    assert.deepEqual([passed, failed], [2, 0], output.slice(-3000));
  });

  it("H every test that may not be left out has a fault", () => {
    const have = new Set(faults.map(({ id }) => id));
    assert.deepEqual(
      named.filter((id) => !have.has(id)),
      [],
    );
  });
});
