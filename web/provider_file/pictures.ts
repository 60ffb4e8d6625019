import type { ProviderFile, StepFile, Thing } from "./file.ts";
import { either, type Path, type Problem, quoted } from "./problem.ts";

/** What the ATS shows on it, if anything. An address is none of its words. */
const wordsOf = (thing: Thing): string | null => {
  const [name, value] = Object.entries(thing)[0] ?? [];
  return name === "address" || typeof value !== "string" ? null : value;
};

/** Drawings that say other words than their step, or what cannot be there. */
export const wrongPictures = (file: ProviderFile): Problem[] =>
  file.guide.flatMap((step, index) => wrongPicture(step, ["guide", index, "picture"], file));

function wrongPicture({ text, scopes, picture = [] }: StepFile, path: Path, { fields }: ProviderFile): Problem[] {
  const problems: Problem[] = [];
  const tell = (at: Path, sentence: string) => problems.push({ path: [...path, ...at], sentence });
  picture.forEach((thing, index) => {
    const [name = ""] = Object.keys(thing);
    const words = wordsOf(thing);
    if (words !== null && !text.toLowerCase().includes(words.toLowerCase()))
      tell([index, name], `the step does not say ${quoted(words)}; write in both what the ATS shows`);
    if (name === "scopes" && !scopes && !text.includes("{scopes}"))
      tell([index, name], 'the step names no permissions; add "scopes" to it, or remove this');
    if (name === "address" && index > 0) tell([index, name], "the address bar is above all else; make it the first");
    const field = /^\{(.*)\}/.exec(thing.address ?? "")?.[1];
    const texts = fields.filter(({ kind }) => kind === "text").map(({ id }) => id);
    if (field !== undefined && !texts.includes(field))
      tell(
        [index, name],
        `no field of kind "text" has the id ${quoted(field)}; ${texts.length === 0 ? "write the host without it" : `write ${either(texts)}`}`,
      );
    const earlier = picture.findIndex((other) => JSON.stringify(other) === JSON.stringify(thing));
    if (earlier < index) tell([index, name], "it is there twice; remove one");
  });
  return problems;
}
