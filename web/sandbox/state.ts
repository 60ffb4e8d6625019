import { type SandboxKey, sandboxKeys } from "./keys.ts";
import { defaultSwitches, type Switches } from "./switches.ts";

/** What the sandbox remembers between requests. */
export class SandboxState {
  switches: Switches;
  readonly rateWindow = new RateWindow();
  readonly #first: Switches;

  constructor(switches: Partial<Switches> = {}) {
    this.#first = { ...defaultSwitches, ...switches };
    this.switches = this.#first;
  }

  /** Back to how it was started. */
  reset(): void {
    this.switches = this.#first;
    this.rateWindow.clear();
  }

  /** A key of Workable's; those of the others are of their files alone (provider_auth.ts). */
  findKey(value: string): SandboxKey | undefined {
    const known = sandboxKeys.find((key) => key.provider === "workable" && key.key === value);
    const extra = this.switches.extraKeys.find(({ key }) => key === value);
    if (known || !extra) return known;
    return { ...extra, name: "extra", meaning: "Added by a switch.", provider: "workable", behaviour: "ok" };
  }
}

/** Counts each client's requests in a sliding window, over all endpoints together. */
class RateWindow {
  readonly #times = new Map<string, number[]>();

  /** Takes one request. `remaining` counts this one; `resetAt` is in Unix seconds. */
  take(
    client: string,
    max: number,
    windowMs: number,
    now: number,
  ): { allowed: boolean; remaining: number; resetAt: number } {
    const times = (this.#times.get(client) ?? []).filter((time) => time > now - windowMs);
    const allowed = times.length < max;
    if (allowed) times.push(now);
    this.#times.set(client, times);
    // A served answer names its own second plus the window, a refused one when the oldest request has left it.
    const resetAt = allowed ? Math.floor((now + windowMs) / 1000) : Math.ceil(((times[0] ?? now) + windowMs) / 1000);
    return { allowed, remaining: Math.max(0, max - times.length), resetAt };
  }

  clear(): void {
    this.#times.clear();
  }
}
