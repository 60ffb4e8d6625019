export interface RateLimiter {
  /** Takes one request of this client; how long to wait if there is none left. */
  take(clientIp: string): LimiterVerdict | Promise<LimiterVerdict>;
}

export type LimiterVerdict = { allowed: true } | { allowed: false; retryAfterMs: number };

export interface RateLimits {
  perMinute: number;
  burst: number;
  globalPerMinute: number;
}

export const defaultLimits: RateLimits = { perMinute: 30, burst: 10, globalPerMinute: 600 };

interface Bucket {
  tokens: number;
  filledAt: number;
}

// More clients than this within a minute: the fullest buckets, which say nothing, are forgotten first.
const mostClients = 10_000;

/** Token buckets in memory: one for each client, one for all. For one process; several processes each have their own. */
export class MemoryRateLimiter implements RateLimiter {
  readonly #clients = new Map<string, Bucket>();
  readonly #limits: RateLimits;
  readonly #now: () => number;
  readonly #all: Bucket;

  constructor(limits: RateLimits = defaultLimits, now: () => number = Date.now) {
    this.#limits = limits;
    this.#now = now;
    this.#all = { tokens: limits.globalPerMinute, filledAt: now() };
  }

  take(clientIp: string): LimiterVerdict {
    const { perMinute, burst, globalPerMinute } = this.#limits;
    const now = this.#now();
    if (this.#clients.size >= mostClients) this.#forgetFull(now);
    const client = this.#clients.get(clientIp) ?? { tokens: burst, filledAt: now };
    this.#clients.set(clientIp, client);
    fill(client, perMinute, burst, now);
    fill(this.#all, globalPerMinute, globalPerMinute, now);
    if (client.tokens < 1) return { allowed: false, retryAfterMs: waitFor(client, perMinute) };
    if (this.#all.tokens < 1) return { allowed: false, retryAfterMs: waitFor(this.#all, globalPerMinute) };
    client.tokens--;
    this.#all.tokens--;
    return { allowed: true };
  }

  #forgetFull(now: number): void {
    for (const [ip, bucket] of this.#clients) {
      fill(bucket, this.#limits.perMinute, this.#limits.burst, now);
      if (bucket.tokens >= this.#limits.burst) this.#clients.delete(ip);
    }
    if (this.#clients.size >= mostClients) this.#clients.clear();
  }
}

function fill(bucket: Bucket, perMinute: number, most: number, now: number): void {
  // A clock that was set back must not take tokens away.
  const elapsed = Math.max(0, now - bucket.filledAt);
  bucket.tokens = Math.min(most, bucket.tokens + (elapsed * perMinute) / 60_000);
  bucket.filledAt = now;
}

function waitFor(bucket: Bucket, perMinute: number): number {
  return Math.ceil(((1 - bucket.tokens) * 60_000) / perMinute);
}
