import { setTimeout as turn } from "node:timers/promises";

/**
 * Waits for something that no event tells of. It counts looks, not time: a slow machine looks later, not less often, so
 * only what never happens fails.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  for (let looks = 0; looks < 2000; looks++) {
    const seen = await look();
    if (seen) return seen;
    await turn(25);
  }
  throw new Error(`never happened: ${what}`);
}
