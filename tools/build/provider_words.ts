import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isWordsName, type WordsFile, wordsOf } from "../../web/provider_file/words.ts";

export { translate, type Translated, wordMembers, type WordsFile, wordsOf } from "../../web/provider_file/words.ts";

/** The words in other languages that lie in a folder of provider files. */
export function readWords(folder: string): (WordsFile & { name: string })[] {
  return readdirSync(folder)
    .filter(isWordsName)
    .sort()
    .map((name) => ({ name, ...(JSON.parse(readFileSync(join(folder, name), "utf8")) as WordsFile) }));
}

/** What a translator begins with: all texts of the provider, those that are missing in English. */
export function wordsToTranslate(provider: { id: string }, lang: string, texts: Readonly<Record<string, string>>): WordsFile {
  const all = wordsOf(provider).map((english) => [english, texts[english] ?? english]);
  return { schema: 1, id: provider.id, lang, texts: Object.fromEntries(all) as Record<string, string> };
}

if (import.meta.main) {
  const [id, lang] = process.argv.slice(2);
  if (id === undefined || lang === undefined) throw new Error("provider_words.ts ID LANG");
  const folder = join(import.meta.dirname, "../../providers");
  const provider = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as { id: string };
  const path = join(folder, `${id}.${lang}.json`);
  const { texts } = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as WordsFile) : { texts: {} };
  writeFileSync(path, `${JSON.stringify(wordsToTranslate(provider, lang, texts), null, 2)}\n`);
}
