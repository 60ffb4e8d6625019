import type { Turn } from "../../../web/link/machine.ts";
import type { Tuples } from "../../../web/types/tuples.ts";

/** Everything that a `step` asks for as things happen, one after the other. */
export const runTurns =
  <State, Happenings, Deeds>(
    first: State,
    step: (before: State, happening: Tuples<Happenings>) => Turn<State, Deeds>,
  ) =>
  (happenings: readonly Tuples<Happenings>[], from = first): { state: State; deeds: Tuples<Deeds>[] } => {
    const deeds: Tuples<Deeds>[] = [];
    let state = from;
    for (const happening of happenings) {
      const turn = step(state, happening);
      state = turn.next;
      deeds.push(...turn.deeds);
    }
    return { state, deeds };
  };
