import { isDeepStrictEqual } from "node:util";
import { clashes } from "../provider_file/catalogue.ts";
import type { ProviderFile } from "../provider_file/file.ts";
import { wordsOf } from "../provider_file/words.ts";
import { loadProviders } from "../relay/load_providers.ts";
import { type GivenProvider, readRightFiles } from "./provider_files.ts";

/** Says that the files are right, and what they say. All that is wrong is said in one run, a sentence each. */
export function checkProviders(files: readonly string[]): void {
  const given = readRightFiles(files);
  for (const each of given) console.log(describe(each));
  if (given.length === 0) console.log(`${files.join(", ")}: all words are right.`);
  warn(given);
}

/** What is no fault and may still be a surprise. */
export function warn(given: readonly GivenProvider[]): void {
  const catalogue = loadProviders() as ProviderFile[];
  for (const { file } of given) {
    for (const sentence of clashes(file, catalogue)) console.error(sentence);
    const own = catalogue.find(({ id }) => id === file.id);
    if (own && !isDeepStrictEqual(own, file))
      console.error(
        `${file.id}.json: ${own.name} of the product has this id; the file takes its place where it is added.`,
      );
  }
}

function describe({ file, words }: GivenProvider): string {
  const texts = wordsOf(file).length;
  const asked = file.fields.map(({ label, kind }) => (kind === "secret" ? `${label} (secret)` : label));
  const languages = words.map(
    ({ lang, texts: own }) => `${lang} (${String(Object.keys(own).length)} of ${String(texts)})`,
  );
  return [
    `${file.id}.json is right.`,
    `  is called           ${[file.name, ...file.aliases].join(", ")}`,
    `  asks for            ${asked.join(", ")}`,
    `  signs in by         ${file.auth.kind}`,
    ...file.probes.map(({ method, host, path }) => `  a key is checked by ${method} https://${host}${path}`),
    `  words also in       ${languages.length === 0 ? "no other language" : languages.join(", ")}`,
  ].join("\n");
}
