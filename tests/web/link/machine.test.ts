import assert from "node:assert/strict";
import { test } from "node:test";
import { createMachine, type Machine } from "../../../web/link/machine.ts";

interface Happenings {
  count: [by: number, again?: boolean];
}

test("a deed that makes something else happen meets the state that is already true, and the rest follows in order", () => {
  const log: string[] = [];
  const machine: Machine<number, Happenings> = createMachine(
    0,
    (before: number, [, by, again]: ["count", number, boolean?]) => ({
      next: before + by,
      deeds: [["first", before, again] as ["first", number, boolean | undefined], ["last", by] as ["last", number]],
    }),
    {
      first(was: number, again: boolean | undefined) {
        log.push(`${was} is ${machine.state}`);
        if (again) machine.happen("count", 10);
      },
      last: (by: number) => log.push(`by ${by}`),
    },
  );
  machine.happen("count", 1, true);
  assert.equal(machine.state, 11);
  assert.deepEqual(log, ["0 is 1", "1 is 11", "by 10", "by 1"]);
});
