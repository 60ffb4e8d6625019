import type { Base, ExitReason, Step } from "../../../../web/types/index.ts";
import type { FromPage, Success, ToPage } from "../../../../web/types/port.ts";

export const place = (step: Step): Base => ({
  sessionId: "00",
  timestamp: "2026-01-02T03:04:05.000Z",
  provider: null,
  step,
});

const walk: Step[] = ["provider", "method", "admin", "permissions", "subdomain", "api_key", "verifying"];

/** One load of the link page and what happens to it. `end`: its frame is gone. */
export interface Page {
  /** The backend took the hand-over. */
  taken: boolean;
  greet(): void;
  hear(message: ToPage): void;
  walk(pick: number): void;
  succeed(): void;
  keepGoing(): void;
  close(reason: ExitReason): void;
  refuse(): void;
  help(): void;
  repeat(): void;
  end(): void;
}

/** The page as far as the host can see it: what it says, and what it must keep saying. */
export class PageModel implements Page {
  taken = false;
  #say: (message: FromPage) => void;
  #greeted = false;
  #shown = false;
  #at = 0;
  #success: Success | null = null;
  #exit: FromPage | null = null;
  #asked: number | null = null;

  constructor(say: (message: FromPage) => void) {
    this.#say = say;
  }

  greet(): void {
    this.#greeted = true;
    this.#say({ type: "ready", version: "0.1.0" });
  }

  hear(message: ToPage): void {
    if (!this.#greeted || this.#exit) return;
    if (message.type === "open") {
      this.#say({ type: "loading" });
      if (this.#shown) return;
      this.#shown = true;
      if (message.snapshot?.step === "connected") return;
      this.#say({ type: "event", event: { ...place("provider"), name: "OPEN" } });
    } else if (message.type === "ack") this.#success = null;
    else if (message.type === "back") this.#say({ type: "reply", n: message.n, ok: this.#at > 0 });
    else if (message.type === "exit") {
      this.#asked = message.n;
      this.#say({ type: "reply", n: message.n, ok: true });
      // With something typed the user is asked first.
      if (this.#at < 4 || message.force) this.close(message.reason ?? "host");
    }
  }

  walk(pick: number): void {
    if (!this.#shown || this.#exit) return;
    this.#at = Math.min(walk.length - 1, this.#at + (pick % 3));
    const to = walk[this.#at] as Step;
    this.#say({ type: "event", event: { ...place(to), name: "TRANSITION_VIEW", from: "provider", to } });
    this.#say({ type: "snapshot", step: to, fields: {} });
    this.#say({ type: "size", height: 400 });
  }

  succeed(): void {
    if (!this.#shown || this.taken || this.#exit) return;
    this.taken = true;
    const scopes = { granted: [], missing: [], unverified: [] };
    const metadata = {
      ...place("connected"),
      method: "api_key",
      subdomain: "acme",
      account: null,
      keyExpiresAt: null,
    } as const;
    this.#success = { publicToken: "sealed", metadata: { ...metadata, scopes } };
    this.repeat();
  }

  keepGoing(): void {
    if (this.#asked !== null && !this.#exit) this.#say({ type: "reply", n: this.#asked, ok: false });
    this.#asked = null;
  }

  close(reason: ExitReason): void {
    if (!this.#greeted || this.#exit) return;
    const metadata = { ...place(walk[this.#at] as Step), reason, lastError: null };
    this.#exit = { type: "exit", error: null, metadata, ...(this.#success && { success: this.#success }) };
    this.repeat();
  }

  refuse(): void {
    if (!this.#greeted || this.#shown) return;
    this.#say({ type: "refused", code: "ORIGIN_NOT_ALLOWED" });
    // Nothing follows.
    this.#greeted = false;
  }

  help(): void {
    if (this.#shown && !this.#exit)
      this.#say({ type: "help", context: { step: walk[this.#at] as Step, sessionId: "00" } });
  }

  end(): void {
    // There is no more to it than what it says.
  }

  /** Each second, until the host's `ack` or the end. */
  repeat(): void {
    if (this.#exit) this.#say(this.#exit);
    else if (this.#success) this.#say({ type: "success", ...this.#success });
  }
}
