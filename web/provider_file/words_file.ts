import { isObject } from "../relay/json.ts";
import { nearest, type Problem, quoted, shown } from "./problem.ts";
import { bracesIn, wrongText } from "./texts.ts";
import { wordsOf } from "./words.ts";

const members = ["schema", "id", "lang", "texts"];

/**
 * `<id>.<lang>.json`: translations of a provider file's English texts, which are its keys. `provider`: that file, or
 * undefined where it could not be read.
 */
export function wrongWords(value: unknown, name: string, provider: unknown): Problem[] {
  const [, id = "", lang = ""] = /^(.*)\.([^.]*)\.json$/.exec(name) ?? [];
  if (!isObject(value))
    return [{ path: [], sentence: `expected an object with ${members.join(", ")}; it is ${shown(value)}` }];
  const problems: Problem[] = [];
  for (const extra of Object.keys(value).filter((each) => !members.includes(each)))
    problems.push({ path: [extra], sentence: `there is no such member of a words file; remove it` });
  const expect = (member: string, wanted: unknown, why: string) => {
    if (value[member] !== wanted)
      problems.push({
        path: [member],
        sentence: `expected ${shown(wanted)}${why}; it is ${Object.hasOwn(value, member) ? shown(value[member]) : "missing, so add it"}`,
      });
  };
  expect("schema", 1, "");
  expect("id", id, ", as the file's name says");
  expect("lang", lang, ", as the file's name says");
  const { texts } = value;
  if (!isObject(texts) || Object.keys(texts).length === 0)
    return [
      ...problems,
      {
        path: ["texts"],
        sentence: `expected an object of English texts and their translations; it is ${shown(texts)}`,
      },
    ];
  const english = provider === undefined ? undefined : wordsOf(provider as object);
  for (const [text, translation] of Object.entries(texts)) {
    const path = ["texts", text];
    const tell = (sentence: string) => problems.push({ path, sentence });
    if (english && !english.includes(text)) {
      const near =
        english.find((each) => each.toLowerCase().trim() === text.toLowerCase().trim()) ?? nearest(text, english);
      tell(
        `the provider file has no such English text; ${near === undefined ? "remove it" : `it has ${quoted(near)}, so write that`}`,
      );
    }
    if (typeof translation !== "string" || translation.trim() === "" || translation !== translation.trim()) {
      tell(`expected the translation, without spaces around it; it is ${shown(translation)}`);
      continue;
    }
    const odd = wrongText(translation, false);
    if (odd !== null) tell(odd);
    const [there, kept] = [bracesIn(text), bracesIn(translation)].map((list) => list.sort().join(" "));
    if (there !== kept)
      tell(`expected the same placeholders as the English text (${there || "none"}); it has ${kept || "none"}`);
  }
  return problems;
}
