import { type Path, type Problem, quoted } from "./problem.ts";

/** The bytes that the page takes of a text (src/codec/object_reader.hpp). */
export const textLimit = 300;

// Nobody sees them, or they turn the text around them: control characters, zero-width ones, letters that are blank,
// overrides of direction.
const unseen =
  /[\p{Cc}\u00ad\u034f\u115f\u1160\u200b\u2028-\u202e\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]|\p{Surrogate}|\p{Co}|\p{Cn}/u;
// Marks that Arabic and Hebrew need between words of another direction, and joiners of other scripts.
const marks = /[\u061c\u200c-\u200f\u2066-\u2069]/u;

/** The words of a member that may hold placeholders; `*` stands for any position. */
const placeholders: Record<string, readonly string[]> = {
  "fields.*.reserved.blockMessage": ["{value}"],
  "fields.*.reserved.warnMessage": ["{value}"],
  "guide.*.text": ["{host}", "{scopes}"],
  "guide.*.picture.*.value": ["{host}"],
};
// Members in braces or with a grammar of their own.
const notWords =
  /^(?:settingsUrl|guide\.\*\.url|guide\.\*\.picture\.\*\.address|auth\b.*|probes\.\*\.(?:host|path|query|body|ok|pick)\b.*|fields\.\*\.chars\b.*|sources\b.*|facts\b.*)$/;

export const bracesIn = (text: string): string[] => text.match(/\{[^{}]*\}|[{}]/g) ?? [];

/** What is wrong with a text that people read, or null. */
export function wrongText(text: string, isEnglish: boolean): string | null {
  const odd = unseen.exec(text)?.[0] ?? (isEnglish ? marks.exec(text)?.[0] : undefined);
  if (odd !== undefined) {
    const code = (odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `nobody can see the character U+${code} in it; remove it`;
  }
  const bytes = new TextEncoder().encode(text).byteLength;
  return bytes > textLimit
    ? `expected at most ${String(textLimit)} bytes of UTF-8; it has ${String(bytes)}, so shorten it`
    : null;
}

/** Every text of a file: unseen characters, length, and placeholders that nothing fills in there. */
export function wrongTexts(value: unknown, path: Path = []): Problem[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => wrongTexts(item, [...path, index]));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, item]) => wrongTexts(item, [...path, name]));
  if (typeof value !== "string") return [];
  const sentence = wrongText(value, true);
  if (sentence !== null) return [{ path, sentence }];
  const name = path.map((part) => (typeof part === "number" ? "*" : part)).join(".");
  if (notWords.test(name)) return [];
  const known = placeholders[name] ?? [];
  return bracesIn(value)
    .filter((each) => !known.includes(each))
    .slice(0, 1)
    .map((each) => {
      const may = known.length === 0 ? "it would be shown as it stands" : `here may be ${known.join(" and ")}`;
      return { path, sentence: `nothing fills in ${quoted(each)}; ${may}, so write the text without it` };
    });
}
