import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { readWords, translate, type WordsFile, wordsOf } from "../../tools/build/provider_words.ts";
import { isProviderFile } from "../../web/relay/load_providers.ts";

const folder = join(import.meta.dirname, "../../providers");
const read = (name: string): object => JSON.parse(readFileSync(join(folder, name), "utf8")) as object;
const isWords = new Ajv2020({ strict: true, allErrors: true }).compile(read("words.schema.json"));
const files = readWords(folder);
const languages = readdirSync(join(folder, "../locales"))
  .map((name) => name.replace(/\.json$/, ""))
  .filter((language) => language !== "en");

/** Whose every text is there in every language. */
const complete = ["workable", "greenhouse", "lever", "ashby", "bamboohr", "teamtailor"];

/** English texts that are the same word in another language. */
const sameWord: Record<string, string[]> = {
  Subdomain: ["de"],
  Region: ["de"],
  Global: ["de", "es"],
};

const holes = (text: string): string[] => (text.match(/\{[a-z_]+\}/g) ?? []).sort();
const latin = (text: string): string[] => text.match(/[A-Za-z]+/g) ?? [];

/** Words in Latin letters that a Japanese or Arabic sentence may have of its own. */
const everyday = new Set(["api", "id", "sandbox", "eu"]);

const quotes: Record<string, { own: RegExp; others: RegExp }> = {
  de: { own: /„[^“”]+“/, others: /”|«|(?<!„[^“]*)“/ },
  fr: { own: /«\u00a0[^»]+\u00a0»/, others: /[“”„]|« (?!\u00a0)|[^\u00a0]»|[^\s\u00a0][;!?](?: |$)/ },
  es: { own: /«[^»]+»/, others: /[“”„]/ },
  ja: { own: /「[^」]+」/, others: /[“”„«]/ },
  ar: { own: /«[^»]+»/, others: /[“”„]/ },
};

function wrongTexts({ id, lang, texts }: WordsFile): string[] {
  const provider = read(`${id}.json`) as { name: string };
  const known = new Set(wordsOf(provider));
  return Object.entries(texts).flatMap(([english, text]) => {
    const wrong = (what: string): string[] => [`${what}: ${english} / ${text}`];
    if (!known.has(english)) return wrong("no longer stands in the provider file");
    if (holes(english).join() !== holes(text).join()) return wrong("has other placeholders");
    if (english === text && !sameWord[english]?.includes(lang)) return wrong("is still English");
    if (english.includes(provider.name) && !text.includes(provider.name)) return wrong("does not name the system");
    if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text))
      return wrong("holds a control for the direction of writing");
    if (/["']/.test(text) || quotes[lang]?.others.test(text)) return wrong("has quotes of another language");
    if (english.includes("“") && !quotes[lang]?.own.test(text)) return wrong("has lost its quotes");
    if (lang !== "ja" && lang !== "ar") return [];
    if (!(lang === "ja" ? /[\u3040-\u30ff\u4e00-\u9fff]/ : /[\u0600-\u06ff]/).test(text) && !/^Sandbox/.test(text))
      return wrong("has no letter of the language");
    const before = new Set(latin(english.toLowerCase()));
    const strange = latin(text).filter((word) => !before.has(word.toLowerCase()) && !everyday.has(word.toLowerCase()));
    return strange.length > 0 ? wrong(`has ${strange.join(", ")}, which the English text has not`) : [];
  });
}

for (const file of files) {
  const { name, ...words } = file;
  test(`${name} follows the schema and bears the name of a provider and a language`, () => {
    assert.equal(isWords(words), true, JSON.stringify(isWords.errors, null, 1));
    assert.equal(name, `${words.id}.${words.lang}.json`);
    assert(isProviderFile(`${words.id}.json`) && languages.includes(words.lang), name);
    assert.ok(!isProviderFile(name), "and is not taken for a provider");
  });

  test(`${name} translates what stands in the provider file, with its placeholders, names and quotes`, () => {
    assert.deepEqual(wrongTexts(words), []);
  });

  test(`${name} changes the words of the provider alone`, () => {
    const provider = read(`${words.id}.json`);
    const { provider: there } = translate(provider, words.texts);
    const untranslated = wordsOf(provider).filter((text) => !Object.hasOwn(words.texts, text));
    const known = new Set([...Object.values(words.texts), ...untranslated]);
    assert.deepEqual(
      wordsOf(there).filter((text) => !known.has(text)),
      [],
    );
    const blank = (file: object): object =>
      translate(file, Object.fromEntries(wordsOf(file).map((text) => [text, ""]))).provider;
    assert.deepEqual(blank(there), blank(provider));
  });
}

for (const id of complete) {
  for (const lang of languages) {
    test(`${id} has every text in ${lang}`, () => {
      const { texts = {} } = files.find((file) => file.id === id && file.lang === lang) ?? {};
      assert.deepEqual(translate(read(`${id}.json`), texts).english, []);
    });
  }
}

const workable = files.find(({ name }) => name === "workable.de.json");
const breaks: [string, (texts: Record<string, string>) => void, RegExp][] = [
  ["a text that the provider does not have", (texts) => (texts["Sub-domain"] = "Subdomain"), /no longer stands/],
  ["a lost placeholder", (texts) => (texts[`${about("{value}", texts)}`] = "„Das“ ist oft Workable."), /placeholders/],
  ["an English leftover", (texts) => (texts["API key"] = "API key"), /still English/],
  ["English quotes", (texts) => (texts["See time off"] = "“Abwesenheiten” sehen"), /quotes of another/],
  ["a lost name", (texts) => (texts[`${about("help site", texts)}`] = "Das ist eine Hilfeseite."), /name the system/],
];
const about = (part: string, texts: Record<string, string>): string | undefined =>
  Object.keys(texts).find((english) => english.includes(part));

for (const [what, breakIt, says] of breaks) {
  test(`words with ${what} are refused`, () => {
    assert(workable);
    const broken = structuredClone(workable);
    breakIt(broken.texts);
    assert.match(wrongTexts(broken).join("\n"), says);
  });
}

test("words with an empty, padded or endless text, or in English, fail the schema", () => {
  const file = { schema: 1, id: "workable", lang: "de", texts: { "See time off": "Abwesenheiten sehen" } };
  assert.equal(isWords(file), true);
  for (const text of ["", " Abwesenheiten", "a".repeat(301), 5])
    assert.equal(isWords({ ...file, texts: { "See time off": text } }), false, String(text));
  for (const change of [{ lang: "en" }, { lang: "DE" }, { id: "../x" }, { texts: {} }, { more: 1 }])
    assert.equal(isWords({ ...file, ...change }), false, JSON.stringify(change));
});

test("the example of docs/languages.md is such a file", () => {
  const [, example = ""] =
    /```json[^\n]*\n([\s\S]*?)```/.exec(readFileSync(join(folder, "../docs/languages.md"), "utf8")) ?? [];
  const words = JSON.parse(example) as WordsFile;
  assert.equal(isWords(words), true, JSON.stringify(isWords.errors));
  const real = files.find(({ id, lang }) => id === words.id && lang === words.lang);
  for (const [english, text] of Object.entries(words.texts)) assert.equal(real?.texts[english], text);
});
