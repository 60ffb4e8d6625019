import type { Connection, Refusal } from "./connection.ts";

interface Kept {
  answer: Promise<string | Refusal>;
  untilMs: number;
}

/** What the link page handed over: by `jti`, so that a repeat gets the same answer, and by `ref` for the host page. */
export class HandedOver {
  readonly #answers = new Map<string, Kept>();
  readonly #connections = new Map<string, { connection: Connection; state: string }>();

  /** The answer to the token with this `jti`, made once, also while the first is still being worked on. */
  async once(jti: string, untilMs: number, nowMs: number, make: () => Promise<string | Refusal>) {
    for (const [old, kept] of this.#answers) if (kept.untilMs <= nowMs) this.#answers.delete(old);
    const kept = this.#answers.get(jti) ?? { answer: make(), untilMs };
    this.#answers.set(jti, kept);
    const answer = await kept.answer;
    // What failed on our side may be tried again with the same token.
    if (typeof answer !== "string" && answer.status >= 500) this.#answers.delete(jti);
    return answer;
  }

  keep(ref: string, connection: Connection, state: string): void {
    this.#connections.set(ref, { connection, state });
  }

  find = (ref: string) => this.#connections.get(ref);

  /** A ref counts once. */
  forget(ref: string): void {
    this.#connections.delete(ref);
  }
}
