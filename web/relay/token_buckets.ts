interface Bucket {
  tokens: number;
  filledAt: number;
}

// More owners than this: the full buckets, which say nothing, are forgotten first.
const mostBuckets = 10_000;

/** A budget for each owner: `most` at first, refilled steadily. An owner that is not known has a full one. */
export class TokenBuckets {
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
