/** What the ATS says about its budget; a member that it did not send is absent. */
export interface RateLimit {
  limit?: number;
  remaining?: number;
  /** Milliseconds to wait, 0 to 60 000. */
  resetMs?: number;
}

const longestWaitMs = 60_000;
const largestCount = 1_000_000;

/**
 * Reads X-Rate-Limit-Limit, -Remaining, -Reset (Unix seconds) and Retry-After (seconds or a date, wins over Reset).
 * Times are taken against the answer's own Date where it has one, so a wrong clock here does not matter.
 * Source: https://workable.readme.io/reference/rate-limits
 */
export function readRateLimit(headers: Headers, nowMs: number): RateLimit | undefined {
  const limit = readCount(headers.get("x-rate-limit-limit"));
  const remaining = readCount(headers.get("x-rate-limit-remaining"));
  const dateMs = Date.parse(headers.get("date") ?? "");
  const resetMs = readWait(headers, Number.isNaN(dateMs) ? nowMs : dateMs);
  const rateLimit: RateLimit = {};
  if (limit !== undefined) rateLimit.limit = limit;
  if (remaining !== undefined) rateLimit.remaining = remaining;
  if (resetMs !== undefined) rateLimit.resetMs = Math.min(Math.max(Math.ceil(resetMs), 0), longestWaitMs);
  return Object.keys(rateLimit).length > 0 ? rateLimit : undefined;
}

function readWait(headers: Headers, nowMs: number): number | undefined {
  const retryAfter = headers.get("retry-after");
  if (retryAfter !== null) {
    const seconds = readDigits(retryAfter);
    if (seconds !== undefined) return seconds * 1000;
    const date = Date.parse(retryAfter);
    // A bare number that is not plain digits ("-5", "1.5") is garbage, though Date.parse may take it for a year.
    if (!Number.isNaN(date) && retryAfter.includes(":")) return date - nowMs;
  }
  const reset = readDigits(headers.get("x-rate-limit-reset"));
  return reset === undefined ? undefined : reset * 1000 - nowMs;
}

function readCount(text: string | null): number | undefined {
  const count = readDigits(text);
  return count === undefined ? undefined : Math.min(count, largestCount);
}

function readDigits(text: string | null): number | undefined {
  return text !== null && /^[0-9]{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}
