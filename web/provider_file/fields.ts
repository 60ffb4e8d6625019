import { fieldAccepts, inRanges } from "../relay/field_check.ts";
import type { FieldFile, ProviderFile } from "./file.ts";
import { type Path, type Problem, quoted } from "./problem.ts";

/** Rules of a field that contradict each other, or that no value can come to. */
export const wrongFields = ({ fields }: ProviderFile): Problem[] =>
  fields.flatMap((field, index) =>
    wrongField(field).map(({ path, sentence }) => ({ path: ["fields", index, ...path], sentence })),
  );

function wrongField(field: FieldFile): Problem[] {
  const problems: Problem[] = [];
  const tell = (path: Path, sentence: string) => problems.push({ path, sentence });
  const { min = 1, max = 512, chars, example, short, hosts = [], refuse = [], reserved } = field;
  const { clean = [], kind } = field;

  if (min > max) tell(["min"], `expected at most max, which is ${String(max)}; it is ${String(min)}`);
  if (short && (short.under <= min || short.under > max))
    tell(
      ["short", "under"],
      `expected more than min and at most max (${String(min + 1)} to ${String(max)}); it is ${String(short.under)}`,
    );
  const ranges = Object.entries(chars ?? {}).flatMap(([name, value]) => {
    const sentence = wrongRanges(value);
    return sentence === null
      ? []
      : [tell(["chars", name], `${sentence}; write ranges such as "a-z0-9_-", each character once`)];
  });

  hosts.forEach(({ suffix, take, after, not }, at) => {
    const dotted = suffix.startsWith(".");
    if (take === "label" && !dotted)
      tell(
        ["hosts", at, "take"],
        `"label" is what stands before a suffix with a dot in front; write ${quoted(`.${suffix}`)}, or another take`,
      );
    if (after !== undefined && !take.startsWith("path:"))
      tell(
        ["hosts", at, "after"],
        `only take "path:N" has a segment before it; remove it, or change take from ${quoted(take)}`,
      );
    if (not !== undefined && take === "none") tell(["hosts", at, "not"], `take "none" takes nothing; remove it`);
  });
  refuse.forEach(({ like }, at) => {
    if (["lookalike", "address"].includes(like) && hosts.length === 0)
      tell(
        ["refuse", at, "like"],
        `${quoted(like)} compares with the suffixes of hosts, and there are none; add one or remove this`,
      );
  });
  if (kind === "secret" && (hosts.length > 0 || field.suffix !== undefined))
    tell(
      [hosts.length > 0 ? "hosts" : "suffix"],
      "a secret is never read out of an address; leave hosts empty and suffix out",
    );
  if (kind === "secret" && clean.includes("lower"))
    tell(["clean", clean.indexOf("lower")], `a key keeps its case; remove "lower"`);
  const all = Object.values(chars ?? {});
  if (clean.includes("lower") && beyond(all, "!-@[-~") !== "" && beyond(all, "!-`{-~") === "")
    tell(["chars"], `"lower" of clean makes small letters, and chars takes only capitals; make them agree`);

  if (reserved) {
    reserved.warn.forEach((word, at) => {
      if (reserved.block.includes(word))
        tell(["reserved", "warn", at], `${quoted(word)} is in block already; remove one`);
    });
  }
  if (example !== undefined && problems.length === 0 && ranges.length === 0) {
    if (kind === "choice") tell(["example"], "a choice shows its options; remove it");
    else if (!fieldAccepts(field, example))
      tell(["example"], `expected a value that the field takes (min, max, chars, reserved); it is ${quoted(example)}`);
  }
  return problems;
}

const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

/** The characters of some ranges that are outside the allowed ones. Not joined: `_-` before `a` would be a range. */
export const beyond = (ranges: readonly string[], allowed: string): string =>
  printable.filter((each) => ranges.some((range) => inRanges(range, each)) && !inRanges(allowed, each)).join("");

/** What is wrong with ranges such as `a-z0-9_-`, or null. */
function wrongRanges(ranges: string): string | null {
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
