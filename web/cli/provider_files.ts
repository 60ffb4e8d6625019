import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { checkProvider, checkWords, type Given } from "../provider_file/check.ts";
import type { ProviderFile } from "../provider_file/file.ts";
import { isWordsName, type WordsFile } from "../provider_file/words.ts";
import { fileLimit } from "../provider_file/read_json.ts";
import { isProviderFile, loadProviders } from "../relay/load_providers.ts";
import { CommandError, errorCode } from "./command_line.ts";

/** One ATS as it was given: its file and its words by language. */
export interface GivenProvider {
  file: ProviderFile;
  words: WordsFile[];
}

/** What was read of the files, and all that is wrong with them. */
export interface Read {
  providers: GivenProvider[];
  sentences: string[];
}

function read(file: string): Given | string {
  const name = basename(file);
  const why = (sentence: string): string => `${file}: ${sentence}.`;
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) return why("this is a folder; give the provider file in it");
    if (!stat.isFile()) return why("this is no file; give a provider file");
    // Not read first: it may be gigabytes.
    if (stat.size > fileLimit)
      return why(`a provider file has at most ${String(fileLimit)} bytes; this one has ${String(stat.size)}`);
    return { name, shown: file, bytes: readFileSync(file) };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return why("there is no such file; give a provider file, such as acme.json");
    return why(`the file cannot be read (${errorCode(error) ?? "for an unknown reason"})`);
  }
}

const idOf = (file: string): string => basename(file).split(".")[0] ?? "";

/** The words files that lie beside a provider file. */
function wordsBeside(file: string): string[] {
  const folder = dirname(file);
  try {
    const names = readdirSync(folder).filter((name) => isWordsName(name) && idOf(name) === idOf(file));
    return names.sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** The provider file of words that were given alone: beside them, or the product's own. */
function providerOf(words: string): ProviderFile | undefined {
  const given = read(join(dirname(words), `${idOf(words)}.json`));
  if (typeof given !== "string") return checkProvider(given).value;
  return (loadProviders() as ProviderFile[]).find(({ id }) => id === idOf(words));
}

/** Checks provider files with the words files that are named or lie beside them. */
export function readProviderFiles(files: readonly string[]): Read {
  const sentences: string[] = [];
  const providers: GivenProvider[] = [];
  const take = <Value>({ value, sentences: said }: { value?: Value; sentences: string[] }): Value | undefined => {
    sentences.push(...said);
    return value;
  };
  const open = (file: string): Given | undefined => {
    const given = read(file);
    if (typeof given !== "string") return given;
    sentences.push(given);
    return undefined;
  };
  const isWords = (file: string): boolean => isWordsName(basename(file));
  const left = new Set(files.filter(isWords));
  for (const file of new Set(files.filter((each) => !isWords(each)))) {
    const given = open(file);
    const own = new Set([...[...left].filter((each) => idOf(each) === idOf(file)), ...wordsBeside(file)]);
    own.forEach((each) => left.delete(each));
    if (!given) continue;
    const provider = take(checkProvider(given));
    const words = [...own].map(open).flatMap((each) => (each ? [take(checkWords(each, provider))] : []));
    if (provider) providers.push({ file: provider, words: words.filter((each) => each !== undefined) });
  }
  for (const file of left) {
    const given = open(file);
    const provider = providerOf(file);
    if (given && provider === undefined)
      sentences.push(`${file}: there is no right ${idOf(file)}.json beside it; give the provider file, too.`);
    if (given) take(checkWords(given, provider));
  }
  return { providers, sentences };
}

/** All provider and words files of a folder. */
export const providerFilesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => isProviderFile(name) || isWordsName(name))
    .map((name) => join(folder, name));

/** The same, for a command that needs all of them right. */
export function readRightFiles(files: readonly string[]): GivenProvider[] {
  const { providers, sentences } = readProviderFiles(files);
  if (sentences.length > 0) throw new CommandError(sentences.join("\n"));
  return providers;
}
