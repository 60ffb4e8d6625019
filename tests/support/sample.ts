// What ./test takes of a wide net: a part that its seed chooses, or all of it under --deep.

/** True under `./test --deep`: nothing is left out. */
export const deep = process.env["ATS_DEEP"] === "1";

/** 1 to 4,294,967,295. `./test` prints it and takes it back as `--seed N`; a file that is run by itself has 1. */
export const seed = Number(process.env["ATS_SEED"] ?? 1) >>> 0;

/**
 * Numbers from 0 up to 1, the same for the same seed and salt. The salt keeps two nets from choosing alike.
 * Mulberry32 over FNV-1a of the salt.
 */
export function randomNumbers(salt: string): () => number {
  let state = seed;
  for (const letter of salt) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` of the items in their own order, chosen by the seed; all of them under `--deep`. */
export function sample<T>(items: readonly T[], count: number, salt: string): T[] {
  if (deep || count >= items.length) return [...items];
  const random = randomNumbers(salt);
  const left = items.map((_, index) => index);
  const chosen = new Set(Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]));
  return items.filter((_, index) => chosen.has(index));
}
