import { randomBytes } from "node:crypto";
import { createTakenTokens } from "../server/taken_tokens.ts";
import type { TakenTokens } from "../types/server.ts";

export interface Session {
  state: string;
  /** The signed-in user (their cookie). A hosted link's session belongs to whoever asked for the link. */
  owner: string;
  expiresAtMs: number;
  /** How often a token of this session was opened or verified. */
  tries: number;
}

const lifetimeMs = 30 * 60 * 1000;
const mostTries = 20;

export type SessionFailure = "session_unknown" | "session_expired" | "too_many_tries";

/** The backend's open link sessions and the tokens it has taken. In memory: a demo forgets at the next start. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #now: () => number;
  readonly taken: TakenTokens;

  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.taken = createTakenTokens(now);
  }

  open(owner: string): Session {
    const state = randomBytes(24).toString("base64url");
    const session = { state, owner, expiresAtMs: this.#now() + lifetimeMs, tries: 0 };
    this.#sessions.set(state, session);
    return session;
  }

  find(state: string | null | undefined): Session | SessionFailure {
    const session = this.#sessions.get(state ?? "");
    if (!session) return "session_unknown";
    return session.expiresAtMs <= this.#now() ? "session_expired" : session;
  }

  /** Like `find`, and counts one try. */
  use(state: string | null | undefined): Session | SessionFailure {
    const session = this.find(state);
    if (typeof session === "string") return session;
    session.tries++;
    return session.tries > mostTries ? "too_many_tries" : session;
  }

  /** A session of this user that has not ended. */
  ofOwner(owner: string | null): Session | SessionFailure {
    const own = [...this.#sessions.values()].filter((session) => session.owner === owner);
    const live = own.find(({ expiresAtMs }) => expiresAtMs > this.#now());
    return live ?? (own.length > 0 ? "session_expired" : "session_unknown");
  }
}
