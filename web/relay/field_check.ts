import type { Field } from "./provider.ts";

/**
 * True if `character` (one UTF-16 unit) is in `ranges`, ASCII ranges such as `a-z0-9_-`.
 * A hyphen at either end stands for itself. No regular expression is ever made from data.
 */
export function inRanges(ranges: string, character: string): boolean {
  const code = character.charCodeAt(0);
  for (let i = 0; i < ranges.length; i++) {
    const low = ranges.charCodeAt(i);
    const isRange = ranges[i + 1] === "-" && i + 2 < ranges.length;
    const high = isRange ? ranges.charCodeAt(i + 2) : low;
    if (code >= low && code <= high) return true;
    if (isRange) i += 2;
  }
  return false;
}

/** True if `value` is what the provider file allows in this field, after all cleaning. Never changes the value. */
export function fieldAccepts(field: Field, value: string): boolean {
  if (field.kind === "choice") return (field.options ?? []).some((option) => option.value === value);
  if (value.length < (field.min ?? 1) || value.length > (field.max ?? 512)) return false;
  if (field.kind === "text" && value.startsWith("xn--")) return false;
  if (field.reserved?.block.includes(value)) return false;
  return hasAllowedCharacters(field, value);
}

function hasAllowedCharacters(field: Field, value: string): boolean {
  // A field without `chars` still may not carry anything that is unsafe in a header or a host name.
  const chars = field.chars ?? { first: "!-~", middle: "!-~", last: "!-~" };
  return Array.from(value).every((character, index, all) => {
    if (character.length !== 1) return false;
    if (index === 0 && !inRanges(chars.first, character)) return false;
    if (index === all.length - 1 && !inRanges(chars.last, character)) return false;
    return index === 0 || index === all.length - 1 || inRanges(chars.middle, character);
  });
}
