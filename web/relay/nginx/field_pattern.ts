import type { Field } from "../provider.ts";
import { inRanges } from "../field_check.ts";

/**
 * What `fieldAccepts` takes, as a Perl-compatible expression without anchors, made from the character tables. It must be
 * followed by `\z` or `&`. `tests/relay/label_differential.test.ts` holds the two to each other.
 */
export function fieldPattern(field: Field): string {
  if (field.kind === "choice") return `(?:${(field.options ?? []).map(({ value }) => literal(value)).join("|")})`;
  const { min = 1, max = 512, chars = { first: "!-~", middle: "!-~", last: "!-~" } } = field;
  const [first, middle, last] = [charClass(chars.first), charClass(chars.middle), charClass(chars.last)];
  const blocked = (field.reserved?.block ?? []).map((word) => `${literal(word)}(?:&|\\z)`);
  const refused = [...(field.kind === "text" ? ["xn--"] : []), ...blocked];
  const single = min <= 1 ? [`(?=${last})${first}`] : [];
  const many = max >= 2 ? [`${first}${middle}{${Math.max(min - 2, 0)},${max - 2}}${last}`] : [];
  return (refused.length > 0 ? `(?!${refused.join("|")})` : "") + `(?:${[...single, ...many].join("|")})`;
}

/** Text that stands for itself in an expression inside an nginx string: no backslash but before a hexadecimal code. */
export function literal(text: string): string {
  return Array.from(text, escape).join("");
}

/** A character class of runs such as `a-z`, with every sign by its code. */
function charClass(ranges: string): string {
  const allowed = Array.from({ length: 95 }, (_, i) => 32 + i).filter((c) => inRanges(ranges, String.fromCharCode(c)));
  const starts = allowed.filter((code) => !allowed.includes(code - 1));
  const ends = allowed.filter((code) => !allowed.includes(code + 1));
  const sign = (code: number | undefined) => escape(String.fromCharCode(code ?? 0));
  return `[${starts.map((start, i) => sign(start) + (start === ends[i] ? "" : `-${sign(ends[i])}`)).join("")}]`;
}

function escape(character: string): string {
  if (/[A-Za-z0-9]/.test(character)) return character;
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
