import type { LimiterVerdict, RateLimiter, RateLimits } from "../types/relay.ts";
import { TokenBuckets } from "./token_buckets.ts";

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
