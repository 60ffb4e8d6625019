import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { groups } from "./groups.ts";
import { Visits } from "./visit.ts";

/**
 * Makes the tests of one part of a group: each of its states is visited once, and every check of the group is a test
 * there. The parts share the states out in turn, since neighbours take alike long.
 */
export function visitStates(group: keyof typeof groups, part: number): void {
  const { parts, locale, states, checks, size, options } = groups[group];
  const mine = states.filter((_, index) => index % parts === part - 1);
  assert.ok(mine.length > 0 && checks.length > 0, `${group} ${String(part)} has something to visit and to check`);
  /** Whether the check before came to its end. */
  let clean = true;
  const visits = new Visits(size, options);

  describe(`every state in ${locale}`, () => {
    after(() => visits.stop());
    for (const name of mine)
      for (const { id, title, on, run } of checks)
        if (on?.(name) ?? true)
          it(`${id} ${title(name, locale)}`, async () => {
            if (!clean) await visits.leave();
            clean = false;
            await run(await visits.to(name, locale));
            clean = true;
          });
  });
}
