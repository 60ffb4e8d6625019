import type { TimerKind } from "../messages.ts";

export interface Timers {
  start(kind: TimerKind, attempt: number, ms: number): void;
  stop(kind: TimerKind, attempt: number): void;
  stopAll(): void;
}

/** The flow's timers. By setTimeout, which is monotonic and, unlike animation frames, also runs in a hidden tab. */
export function createTimers(elapsed: (kind: TimerKind, attempt: number) => void): Timers {
  const running = new Map<string, ReturnType<typeof setTimeout>>();
  const name = (kind: TimerKind, attempt: number): string => `${kind}:${attempt}`;
  const stop = (kind: TimerKind, attempt: number): void => {
    clearTimeout(running.get(name(kind, attempt)));
    running.delete(name(kind, attempt));
  };
  return {
    start(kind, attempt, ms) {
      stop(kind, attempt);
      const timer = setTimeout(() => {
        running.delete(name(kind, attempt));
        elapsed(kind, attempt);
      }, ms);
      running.set(name(kind, attempt), timer);
    },
    stop,
    stopAll() {
      for (const timer of running.values()) clearTimeout(timer);
      running.clear();
    },
  };
}
