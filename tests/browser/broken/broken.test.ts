import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { BrokenCopy } from "./broken_copy.ts";
import {
  announcementFaults,
  entryFaults,
  type Fault,
  keyboardFaults,
  robustFaults,
  structureFaults,
} from "./faults.ts";

const faults: Fault[] = [...structureFaults, ...keyboardFaults, ...announcementFaults, ...entryFaults, ...robustFaults];

/** What may not be left out of the accessibility test list: each of these tests has to fail for its cause. */
const named = [
  ...["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"],
  ...["D7", "E2", "F1", "F2", "F3", "G1", "G3", "G4"],
];

// H: tests of the tests. Slow, since each fault is a build of its own.
describe("with one cause broken", () => {
  let copy: BrokenCopy;
  before(() => (copy = new BrokenCopy()));
  after(() => {
    copy.remove();
    console.log(`tests of the tests: ${String(faults.length)} causes broken, one at a time`);
  });

  for (const { what, id, test, name, says, ...breakage } of faults)
    it(`H ${id} notices ${what}`, async () => {
      const { failed, output } = await copy.test([breakage], test, name ?? `^${id} `);
      assert.ok(failed > 0, `a test of ${id} fails\n${output.slice(-3000)}`);
      assert.match(output, says);
    });

  it("H nothing fails in a copy without a fault", async () => {
    const { passed, failed, output } = await copy.test([], "tests/browser/a11y/modal.test.ts", "^(A5|B4) ");
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
