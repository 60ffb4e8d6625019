import type { Values } from "./provider.ts";

// C0, DEL, C1, zero-width, line/paragraph separators, bidirectional controls, BOM, lone surrogates.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

/**
 * Text from upstream made safe to show: control characters removed, every copy of a secret removed (as it is, in
 * base64 and percent-encoded), at most `limit` characters.
 */
export function cleanText(text: string, secrets: Values, limit: number): string {
  const copies = Object.values(secrets).flatMap(copiesOf);
  // Removing one copy can bring together the parts of another, so it goes on until nothing changes.
  let clean = text.replace(unsafe, "");
  for (let before = ""; before !== clean;) {
    before = clean;
    for (const copy of copies) clean = clean.replaceAll(copy, "");
  }
  return Array.from(clean.trim()).slice(0, limit).join("").trimEnd();
}

function copiesOf(secret: string): string[] {
  const base64 = [btoa(secret), btoa(`${secret}:`)].map((text) => text.replaceAll("=", ""));
  const base64url = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  return [secret, encodeURIComponent(secret), ...base64, ...base64url].filter((copy) => copy !== "");
}
