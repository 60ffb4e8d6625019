/** Counts the messages that were not taken. Whoever debugs an embedding reads `atsLinkIgnored` in the frame's console. */
export interface Ignored {
  add(): void;
  readonly count: number;
}

export function createIgnored(): Ignored {
  let count = 0;
  return {
    add: () => void count++,
    get count() {
      return count;
    },
  };
}
