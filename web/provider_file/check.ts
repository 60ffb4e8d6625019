import type { ProviderFile } from "./file.ts";
import { wrongFields } from "./fields.ts";
import { wrongPictures } from "./pictures.ts";
import { wrongPlaces } from "./places.ts";
import type { Problem } from "./problem.ts";
import { type JsonFile, readJson, sentenceOf } from "./read_json.ts";
import { wrongReferences } from "./references.ts";
import { wrongShape } from "./shape.ts";
import { wrongTexts } from "./texts.ts";
import { wrongUses } from "./uses.ts";
import type { WordsFile } from "./words.ts";
import { wrongWords } from "./words_file.ts";

/** A file's name without folders, what it is called in sentences (the same if absent), and its bytes. */
export interface Given {
  name: string;
  shown?: string;
  bytes: Uint8Array;
}

export interface Checked<Value> {
  /** Absent where something is wrong. */
  value?: Value;
  /** Each names the file, the line and the member. */
  sentences: string[];
}

/** What a value is not for the meaning of its members; looked at only where its shape is right. */
function wrongMeaning(file: ProviderFile): Problem[] {
  return [wrongReferences, wrongUses, wrongPlaces, wrongFields, wrongPictures].flatMap((check) => check(file));
}

function providerProblems(name: string, value: unknown): Problem[] {
  const shape = wrongShape(value);
  const texts = wrongTexts(value).filter(({ path }) => !shape.some((other) => String(other.path) === String(path)));
  if (shape.length > 0) return [...shape, ...texts];
  const file = value as ProviderFile;
  const problems = [...texts, ...wrongMeaning(file)];
  if (`${file.id}.json` !== name)
    problems.push({
      path: ["id"],
      sentence: `the file's name is ${name}; call the file ${file.id}.json, or change the id`,
    });
  return problems;
}

const finish = <Value>(name: string, json: JsonFile, problems: readonly Problem[]): Checked<Value> => {
  const sentences = [...new Set(problems.map((problem) => sentenceOf(name, json, problem)))];
  return sentences.length === 0 ? { value: json.value as Value, sentences } : { sentences };
};

/** All that is wrong with a provider file, in sentences. */
export function checkProvider({ name, shown = name, bytes }: Given): Checked<ProviderFile> {
  const json = readJson(bytes);
  if (json.value === undefined) return finish(shown, json, json.problems);
  return finish(shown, json, [...json.problems, ...providerProblems(name, json.value)]);
}

/** The same of a file with words in another language, against its provider's. */
export function checkWords(
  { name, shown = name, bytes }: Given,
  provider: ProviderFile | undefined,
): Checked<WordsFile> {
  const json = readJson(bytes);
  if (json.value === undefined) return finish(shown, json, json.problems);
  return finish(shown, json, [...json.problems, ...wrongWords(json.value, name, provider)]);
}
