import type { Tuples, WorldOf } from "../types/tuples.ts";

/** What comes next, and what is to be done, in order. */
export interface Turn<State, Deeds> {
  next: State;
  deeds: readonly Tuples<Deeds>[];
}

export interface Machine<State, Happenings> {
  readonly state: State;
  happen(...happening: Tuples<Happenings>): void;
}

/** Holds the one state, and gives what the pure `step` decides to the world. */
export function createMachine<State, Happenings, Deeds>(
  first: State,
  step: (before: State, happening: Tuples<Happenings>) => Turn<State, Deeds>,
  world: WorldOf<Deeds>,
): Machine<State, Happenings> {
  const machine = {
    state: first,
    happen(...happening: Tuples<Happenings>) {
      const { next, deeds } = step(machine.state, happening);
      machine.state = next;
      for (const [name, ...values] of deeds) (world[name] as (...values: unknown[]) => void)(...values);
    },
  };
  return machine;
}
