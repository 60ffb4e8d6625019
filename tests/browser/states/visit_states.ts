import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { groups, statesOf } from "./groups.ts";
import { Visits } from "./visit.ts";

/**
 * Makes the tests of one part of a group: each of its states is visited once, in one language after the other, and every
 * check of the language is a test there.
 */
export function visitStates(group: keyof typeof groups, part: number): void {
  const { languages, size, options } = groups[group];
  const mine = statesOf(group, part);
  assert.ok(mine.length > 0, `${group} ${String(part)} has something to visit`);
  /** Whether the check before came to its end. */
  let clean = true;
  const visits = new Visits(size, options);

  describe(`every state, part ${String(part)} of ${group}`, () => {
    after(() => visits.stop());
    for (const name of mine)
      for (const { locale, checks } of languages)
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
