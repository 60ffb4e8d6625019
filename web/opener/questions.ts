import type { ToPage } from "../types/port.ts";

export interface Questions {
  /** Sends a numbered question. Resolves with the answer; after a second of silence with false, `onSilence` called first. */
  ask(message: (n: number) => ToPage, onSilence?: () => void): Promise<boolean>;
  answer(n: number, ok: boolean): void;
  /** Answers what is still open with false, and stops the timers. */
  close(): void;
}

export function createQuestions(send: (message: ToPage) => void): Questions {
  const open = new Map<number, (ok: boolean) => void>();
  let asked = 0;
  return {
    ask: (message, onSilence) =>
      new Promise((done) => {
        const question = message(++asked);
        const n = asked;
        const timer = setTimeout(() => {
          onSilence?.();
          open.get(n)?.(false);
        }, 1000);
        open.set(n, (ok) => {
          clearTimeout(timer);
          // An exit that the page has heard stays open until it closes or the user keeps going.
          if (ok && question.type === "exit") return;
          open.delete(n);
          done(ok);
        });
        send(question);
      }),
    answer: (n, ok) => open.get(n)?.(ok),
    close() {
      for (const answer of open.values()) answer(false);
    },
  };
}
