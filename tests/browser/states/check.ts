import { states } from "../../../web/gallery/states.ts";
import { deep, sample } from "../../support/sample.ts";
import type { Visit } from "./visit.ts";

/** Something that has to hold on a state once it is there. Each is a test of its own. */
export interface Check {
  /** Of the accessibility test list; the test's name begins with it. */
  id: string;
  /** The rest of the test's name, a sentence. */
  title: (state: string, locale: string) => string;
  /** Only on these states, where not on all of them. */
  on?: (state: string) => boolean;
  /** Asks the visit for the look that it needs, since it may find any; rejects where something does not hold. */
  run: (visit: Visit) => Promise<void>;
}

/** The check on a part of the states, for what is only a wider net than the checks of every state. */
export function sampled(check: Check, count: number): Check {
  const names = states.map(({ name }) => name);
  const chosen = new Set(sample(names, count, check.title("each state", "any language")));
  return { ...check, on: (state) => chosen.has(state) && (check.on?.(state) ?? true) };
}

/** The check shared out between two languages: each state in one of them, and under `--deep` in both. */
export function shared(check: Check): [one: Check, other: Check] {
  const one = sampled(check, Math.ceil(states.length / 2));
  return [one, { ...check, on: (state) => (check.on?.(state) ?? true) && (deep || !one.on?.(state)) }];
}
