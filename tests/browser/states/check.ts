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
  /** The seed chooses the states that have it: at least so many, whatever the seed. Absent: none is left to it. */
  least?: number;
  /** Asks the visit for the look that it needs, since it may find any; rejects where something does not hold. */
  run: (visit: Visit) => Promise<void>;
}

/** Of so many chosen states some may be such as the check is not for. */
const leastOf = ({ on }: Check, count: number): number =>
  Math.max(0, count - states.filter(({ name }) => on?.(name) === false).length);

/** The check on a part of the states, for what is only a wider net than the checks of every state. */
export function sampled(check: Check, count: number): Check {
  const names = states.map(({ name }) => name);
  const chosen = new Set(sample(names, count, check.title("each state", "any language")));
  const least = leastOf(check, Math.min(count, names.length));
  return { ...check, least, on: (state) => chosen.has(state) && (check.on?.(state) ?? true) };
}

/** The check shared out between two languages: each state in one of them, and under `--deep` in both. */
export function shared(check: Check): [one: Check, other: Check] {
  const half = Math.ceil(states.length / 2);
  const one = sampled(check, half);
  const least = leastOf(check, states.length - half);
  return [one, { ...check, least, on: (state) => (check.on?.(state) ?? true) && (deep || !one.on?.(state)) }];
}
