import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../locales");

/** The words of a language, by their keys. */
export const wordsOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), "utf8")) as Record<string, string>;

/** The language whose texts have the most characters together. */
export function longestLanguage(): string {
  const length = (language: string): number => Object.values(wordsOf(language)).join("").length;
  const languages = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -5));
  return languages.reduce((longest, language) => (length(language) > length(longest) ? language : longest));
}
