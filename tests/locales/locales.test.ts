import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const folder = join(import.meta.dirname, "../../locales");
type Words = Record<string, string>;
const read = (language: string) => JSON.parse(readFileSync(join(folder, `${language}.json`), "utf8")) as Words;
const english = read("en");
const languages = readdirSync(folder).map((name) => name.replace(/\.json$/, ""));

const stem = (key: string): string => key.split("#")[0] ?? key;
const holes = (text: string): string[] => [...new Set(text.match(/\{[a-z_]+\}/g) ?? [])].sort();

/** The keys of a language: those of English, with the plural categories that CLDR has for it. */
function wanted(language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const forms = (key: string) => pluralCategories.map((category) => `${stem(key)}#${category}`);
  return [...new Set(Object.keys(english).flatMap((key) => (key.includes("#") ? forms(key) : [key])))].sort();
}

test("the product speaks English, German, French, Spanish, Japanese and Arabic", () => {
  assert.deepEqual(languages.sort(), ["ar", "de", "en", "es", "fr", "ja"]);
});

for (const language of languages) {
  const words = read(language);

  test(`${language}: no key is missing and none is left over`, () => {
    assert.deepEqual(Object.keys(words).sort(), wanted(language));
  });

  test(`${language}: every text has words and the holes of the English one`, () => {
    for (const [key, text] of Object.entries(words)) {
      assert.ok(text.trim() !== "", key);
      const model = holes(english[key] ?? english[`${stem(key)}#other`] ?? "");
      // "One integration found" needs no number.
      const withoutCount = model.filter((hole) => hole !== "{count}");
      const fits = [model, key.includes("#") ? withoutCount : model].some(
        (expected) => JSON.stringify(expected) === JSON.stringify(holes(text)),
      );
      assert.ok(fits, `${key}: ${holes(text).join(" ")} instead of ${model.join(" ")}`);
    }
  });
}

test("no text holds a control for the direction of writing", () => {
  for (const language of languages)
    assert.doesNotMatch(JSON.stringify(read(language)), /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/, language);
});
