/** Where a member stands: names and, in a list, positions from 0. */
export type Path = readonly (string | number)[];

/** What is wrong with one member of a file: what is there, what is allowed, and the way out. */
export interface Problem {
  path: Path;
  sentence: string;
}

/** `probes[0].host`; a name that is no plain word in quotes: `verdict["403:x"]`. */
export const pathText = (path: Path): string =>
  path
    .map((part) =>
      typeof part === "number" ? `[${String(part)}]` : /^[A-Za-z_]\w*$/.test(part) ? `.${part}` : `[${quoted(part)}]`,
    )
    .join("")
    .replace(/^\./, "");

// What a terminal would obey, hide or turn around.
const unseen = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;

/** A text as JSON writes it, so that it cannot break a line, and no longer than what somebody needs to find it. */
export function quoted(text: string): string {
  const start = Array.from(text.slice(0, 400));
  const short = start.length > 60 ? `${start.slice(0, 60).join("")}…` : text;
  return JSON.stringify(short).replace(unseen, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What is there, for the end of a sentence. */
export function shown(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${String(value.length)}`;
  if (typeof value === "object" && value !== null)
    return Object.keys(value).length === 0 ? "an empty object" : "an object";
  return String(value);
}

/** `"a", "b" or "c"`. */
export const either = (words: readonly unknown[]): string => {
  const texts = words.map(shown);
  return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(", ")} or ${texts.at(-1) ?? ""}`;
};

/** The word that somebody may have meant: one or two letters away, or the same in another case. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const wanted = word.toLowerCase().slice(0, 40);
  const [best] = words
    .filter((each) => Math.abs(each.length - wanted.length) <= 2)
    .map((each) => [distance(wanted, each.toLowerCase()), each] as const)
    .filter(([far, each]) => far <= Math.min(2, each.length / 3))
    .sort(([a], [b]) => a - b);
  return best?.[1];
}

/** Levenshtein's: letters put in, left out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
