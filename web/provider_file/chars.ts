import { inRanges } from "../relay/field_check.ts";

const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

/** The characters of some ranges that are outside the allowed ones. Not joined: `_-` before `a` would be a range. */
export const beyond = (ranges: readonly string[], allowed: string): string =>
  printable.filter((each) => ranges.some((range) => inRanges(range, each)) && !inRanges(allowed, each)).join("");

/** What is wrong with ranges such as `a-z0-9_-`, or null. */
export function wrongRanges(ranges: string): string | null {
  const seen = new Set<string>();
  for (let i = 0; i < ranges.length; i++) {
    const low = ranges.charAt(i);
    const isRange = ranges[i + 1] === "-" && i + 2 < ranges.length;
    const part = isRange ? ranges.slice(i, i + 3) : low;
    if (isRange && low >= ranges.charAt(i + 2)) return `the range ${part} runs backwards`;
    if (seen.has(part)) return `${part} is there twice`;
    seen.add(part);
    if (isRange) i += 2;
  }
  return null;
}
