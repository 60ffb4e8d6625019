import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readWords, translate, wordMembers, wordsOf, wordsToTranslate } from "../../tools/build/provider_words.ts";

const folder = join(import.meta.dirname, "../../providers");
const read = (name: string): object => JSON.parse(readFileSync(join(folder, name), "utf8")) as object;
const workable = read("workable.json") as { id: string };

/** Members of a provider file that the schema calls words and that are the same in every language, with the reason. */
const notTranslated = {
  name: "what the system is called",
  "aliases.*": "what it is called besides",
  "fields.*.example": "shaped like a value",
};

type Schema = {
  $ref?: string;
  properties?: Record<string, Schema | false>;
  items?: Schema;
  $defs?: Record<string, Schema>;
};

function wordsIn(schema: Schema, path: string, all: Schema): string[] {
  if (schema.$ref === "#/$defs/words") return [path];
  if (schema.$ref !== undefined) return wordsIn(all.$defs?.[schema.$ref.split("/").at(-1) ?? ""] ?? {}, path, all);
  const below = (name: string): string => (path ? `${path}.${name}` : name);
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    member === false ? [] : wordsIn(member, below(name), all),
  );
  return schema.items ? [...members, ...wordsIn(schema.items, below("*"), all)] : members;
}

test("each member that the schema calls words is translated, or named with the reason why it is not", () => {
  const schema = read("schema.json") as Schema;
  const known = [...wordMembers, ...Object.keys(notTranslated)];
  assert.deepEqual(
    wordsIn(schema, "", schema).filter((member) => !known.includes(member as (typeof wordMembers)[number])),
    [],
  );
});

test("the words of a provider are its sentences, each once, and nothing that a machine reads", () => {
  const words = wordsOf(workable);
  assert.equal(new Set(words).size, words.length);
  for (const text of ["Subdomain", "API key", "Reading your jobs", "See time off"]) assert(words.includes(text), text);
  for (const text of ["workable", "Workable", "acme", "subdomain", "r_jobs", ".workable.com", "bearer"])
    assert(!words.includes(text), text);
});

test("a translation changes the words alone, and what has none stays English and is named", () => {
  const before = structuredClone(workable);
  const words = wordsOf(workable);
  const [kept = "", ...others] = words;
  const { provider, english } = translate(workable, Object.fromEntries(others.map((text) => [text, `<${text}>`])));
  assert.deepEqual(english, [kept]);
  assert.deepEqual(wordsOf(provider), [kept, ...others.map((text) => `<${text}>`)]);
  assert.deepEqual(workable, before);
  // Back again: nothing but the words was touched.
  const back = translate(provider, Object.fromEntries(others.map((text) => [`<${text}>`, text])));
  assert.deepEqual(back.provider, before);
});

test("a translator gets every text of the provider, those that are missing in English, and none that is gone", () => {
  const file = wordsToTranslate(workable, "de", { "See time off": "Abwesenheiten sehen", Gone: "Weg" });
  assert.deepEqual(Object.keys(file.texts), wordsOf(workable));
  assert.equal(file.texts["See time off"], "Abwesenheiten sehen");
  assert.equal(file.texts["API key"], "API key");
});

test("the build reads the words files that the checker takes for such, a language with a region too", (t) => {
  const own = mkdtempSync(join(tmpdir(), "provider-words-"));
  t.after(() => rmSync(own, { recursive: true }));
  for (const name of ["acme.json", "acme.de.json", "acme.pt-BR.json", "auth.schema.json", "acme.notes.json"])
    writeFileSync(join(own, name), "{}");
  assert.deepEqual(
    readWords(own).map(({ name }) => name),
    ["acme.de.json", "acme.pt-BR.json"],
  );
});
