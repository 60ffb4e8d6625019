import type { WrongFile } from "./wrong_file.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Files that are no JSON, or that JSON takes and nobody means, made of the text of a right one. */
export function wrongTextsOf(id: string, text: string, random: () => number): WrongFile[] {
  const at = (part: string): number => text.indexOf(part);
  const cut = (): number => 1 + Math.floor(random() * (text.length - 3));
  const wrong = (what: string, content: string | Uint8Array, ...names: string[]): WrongFile => ({
    what: `${id}: ${what}`,
    name: `${id}.json`,
    bytes: typeof content === "string" ? utf8(content) : content,
    names,
  });
  const whole = utf8(text);
  const broken = Uint8Array.from(whole);
  broken[at('"name"') + 9] = 0xff;
  const utf16 = Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));
  return [
    wrong("empty", ""),
    wrong("only space", " \n\t"),
    ...[1, 2, 3, 4].map((turn) => wrong(`cut off (${String(turn)})`, text.slice(0, cut()))),
    wrong("a byte order mark", `\ufeff${text}`),
    wrong("a comment", text.replace("{", "{ // of mine\n")),
    wrong("a block comment", text.replace("{", "{ /* of mine */")),
    wrong("a comma too many", text.replace(/\}\s*$/, ",}")),
    wrong("a comma too few", text.replace(",", " ")),
    wrong("single quotes", text.replaceAll('"', "'")),
    wrong("a name without quotes", text.replace('"name"', "name")),
    wrong("typographic quotes", text.replace('"name"', "“name”")),
    wrong("NaN", text.replace('"schema": 1', '"schema": NaN')),
    wrong("a line break in a text", text.replace('"name": "', '"name": "a\nb')),
    wrong("an escape that is none", text.replace('"name": "', '"name": "\\q')),
    wrong("more behind it", `${text}{}`),
    wrong("no UTF-8", broken),
    wrong("UTF-16", utf16),
    wrong("zero bytes", new Uint8Array(64)),
    wrong("a member twice", text.replace("{", `{ "id": "other",`), "id"),
    wrong("a member of a member twice", text.replace('"auth": {', '"auth": { "kind": "bearer",'), "auth.kind"),
    wrong("a prototype", text.replace("{", '{ "__proto__": { "x": 1 },'), "__proto__"),
    wrong("a prototype of a member", text.replace('"auth": {', '"auth": { "__proto__": {},'), "auth.__proto__"),
    wrong("deep nesting", text.replace('"name": ', `"deep": ${"[".repeat(100_000)}${"]".repeat(100_000)}, "name": `)),
    wrong("deep nesting without an end", `{"deep": ${"[".repeat(100_000)}`),
    wrong("too large", text.replace('"name": "', `"name": "${"x".repeat(300_000)}`)),
    wrong("a list", `[${text}]`),
    ...["null", "1", '"x"', "[]", "true"].map((value) => wrong(value, value)),
    wrong("an empty object", "{}", "schema", "id"),
  ];
}
