/** Calls into the module, one at a time: what the module tells meanwhile is passed on when it has returned. */
export interface Gate {
  /** Runs a call into the module, then everything that was put off. */
  enter<T>(call: () => T): T;
  /** Runs now, or right after the call that is under way. Outside of one: in a microtask, so that several make one. */
  later(key: string, task: () => void): void;
}

export function createGate(): Gate {
  let depth = 0;
  // By key: a newer picture of the same thing replaces the older one.
  const waiting = new Map<string, () => void>();
  const run = (): void => {
    while (depth === 0 && waiting.size > 0) {
      const [[key, task]] = waiting as unknown as [[string, () => void]];
      waiting.delete(key);
      task();
    }
  };
  return {
    enter(call) {
      depth++;
      try {
        return call();
      } finally {
        depth--;
        run();
      }
    },
    later(key, task) {
      if (depth === 0 && waiting.size === 0) queueMicrotask(run);
      waiting.set(key, task);
    },
  };
}
