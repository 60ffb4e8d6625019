/** Counts each client's requests in a sliding window, over all endpoints together. */
export class RateWindow {
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
