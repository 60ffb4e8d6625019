import type { LimiterVerdict, RateLimiter, RateLimits } from "../types/relay.ts";

export type { RateLimiter, RateLimits } from "../types/relay.ts";

export const defaultLimits: RateLimits = { perMinute: 30, burst: 10, globalPerMinute: 600, refusedPerQuarter: 15 };

const everyone = "";

/** Budgets in memory: each client's, everyone's, and each client's refused keys. Several processes count apart. */
export class MemoryRateLimiter implements RateLimiter {
  readonly #clients: TokenBuckets;
  readonly #all: TokenBuckets;
  readonly #refused: TokenBuckets;

  constructor(limits: RateLimits = defaultLimits, now: () => number = Date.now) {
    const { perMinute, burst, globalPerMinute, refusedPerQuarter = Infinity } = limits;
    this.#clients = new TokenBuckets(burst, perMinute, now);
    this.#all = new TokenBuckets(globalPerMinute, globalPerMinute, now);
    this.#refused = new TokenBuckets(refusedPerQuarter, refusedPerQuarter / 15, now);
  }

  take(clientIp: string): LimiterVerdict {
    const client = clientKey(clientIp);
    const wait = [this.#refused.wait(client), this.#clients.wait(client), this.#all.wait(everyone)].find(
      (ms) => ms > 0,
    );
    if (wait !== undefined) return { allowed: false, retryAfterMs: wait };
    this.#clients.take(client);
    this.#all.take(everyone);
    return { allowed: true };
  }

  refused(clientIp: string): void {
    this.#refused.take(clientKey(clientIp));
  }
}

/** Whom an address stands for: an IPv4 address itself, the first 64 bits of an IPv6 one, which one customer owns. */
export function clientKey(ip: string): string {
  const mapped = ip.toLowerCase().startsWith("::ffff:") ? ip.slice(7) : ip;
  if (!mapped.includes(":")) return mapped;
  const [start = "", end] = mapped.toLowerCase().split("::");
  const groups = start.split(":").filter((group) => group !== "");
  const given = end === undefined ? groups.length : groups.length + end.split(":").length;
  while (groups.length < 4 && given < 8) groups.push("0");
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

// More owners than this: the full buckets, which say nothing, are forgotten first.
const mostBuckets = 10_000;

/** A budget for each owner: `most` at first, refilled steadily. An owner that is not known has a full one. */
class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #most: number;
  readonly #perMinute: number;
  readonly #now: () => number;

  constructor(most: number, perMinute: number, now: () => number) {
    this.#most = most;
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Milliseconds until this owner has a token; 0 if there is one. */
  wait(owner: string): number {
    const bucket = this.#buckets.get(owner);
    if (bucket === undefined) return 0;
    this.#fill(bucket);
    return bucket.tokens >= 1 ? 0 : Math.ceil(((1 - bucket.tokens) * 60_000) / this.#perMinute);
  }

  take(owner: string): void {
    if (this.#most === Infinity) return;
    if (this.#buckets.size >= mostBuckets && !this.#buckets.has(owner)) this.#forgetFull();
    const bucket = this.#buckets.get(owner) ?? { tokens: this.#most, filledAt: this.#now() };
    this.#buckets.set(owner, bucket);
    this.#fill(bucket);
    bucket.tokens = Math.max(0, bucket.tokens - 1);
  }

  #forgetFull(): void {
    for (const [owner, bucket] of this.#buckets) {
      this.#fill(bucket);
      if (bucket.tokens >= this.#most) this.#buckets.delete(owner);
    }
    if (this.#buckets.size >= mostBuckets) this.#buckets.clear();
  }

  #fill(bucket: Bucket): void {
    const now = this.#now();
    // A clock that was set back must not take tokens away.
    const elapsed = Math.max(0, now - bucket.filledAt);
    bucket.tokens = Math.min(this.#most, bucket.tokens + (elapsed * this.#perMinute) / 60_000);
    bucket.filledAt = now;
  }
}
