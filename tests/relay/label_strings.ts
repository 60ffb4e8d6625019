import { readFileSync } from "node:fs";
import { join } from "node:path";

export const labelStringsFile = join(import.meta.dirname, "../fixtures/label_strings.json");
export const blockSize = 1000;
export const blockCount = 100;

export interface LabelStrings {
  seed: number;
  pieces: string[];
  /** `accepted:digest` of each thousand strings: equal in every language that makes and judges them. */
  blocks: string[];
}

export const labelStrings = JSON.parse(readFileSync(labelStringsFile, "utf8")) as LabelStrings;

/** 100,000 strings that look like subdomains, nearly do, or attack; the same as tests/support/label_strings.cpp makes. */
export function makeLabels({ seed, pieces }: LabelStrings): string[] {
  let state = seed;
  const next = (below: number) => (state = (state * 48271) % 2147483647) % below;
  return Array.from({ length: blockSize * blockCount }, () => {
    const count = next(6);
    // Two of three are made of the first pieces, plain signs, or nearly none would be good.
    const from = next(3) === 0 ? pieces.length : 10;
    return Array.from({ length: count }, () => pieces[next(from)]).join("");
  });
}

/** FNV-1a over the bytes of every string and its verdict. */
export function digestBlocks(labels: readonly string[], verdicts: readonly boolean[]): string[] {
  return Array.from({ length: labels.length / blockSize }, (_, block) => {
    let hash = 0x811c9dc5;
    let accepted = 0;
    for (let i = block * blockSize; i < (block + 1) * blockSize; i++) {
      const verdict = verdicts[i] ?? false;
      if (verdict) accepted++;
      for (const byte of [...Buffer.from(labels[i] ?? ""), verdict ? 1 : 2]) hash = Math.imul(hash ^ byte, 0x01000193);
    }
    return `${accepted}:${(hash >>> 0).toString(16).padStart(8, "0")}`;
  });
}
