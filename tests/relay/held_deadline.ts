import type { TestContext } from "node:test";

/**
 * The relay's deadline, which comes when the test says so. One that is short enough to wait for is over on a busy machine
 * before the ATS was asked.
 */
export interface HeldDeadline {
  /** What the relay's configuration says; no other timer is as long. */
  ms: number;
  /** How often one began. */
  readonly begun: number;
  /** Every one that began is over. */
  come(): void;
}

export function holdDeadline(t: TestContext): HeldDeadline {
  const ms = 86_399_999;
  const ends: (() => void)[] = [];
  const begin = globalThis.setTimeout;
  const hold = (...given: [task: () => void, after?: number]): NodeJS.Timeout => {
    if (given[1] === ms) ends.push(given[0]);
    return begin(...given);
  };
  t.mock.method(globalThis, "setTimeout", hold as typeof setTimeout);
  return {
    ms,
    get begun() {
      return ends.length;
    },
    come() {
      for (const end of ends) end();
    },
  };
}
