type Json = Record<string, unknown>;

/**
 * The members of a provider file that are words, as paths (`*`: each of a list). Whoever translates, checks or shows a
 * provider's words asks here. Names of systems are none: they are the same in every language.
 */
export const wordMembers = [
  "fields.*.label",
  "fields.*.help",
  "fields.*.options.*.label",
  "fields.*.hosts.*.message",
  "fields.*.refuse.*.message",
  "fields.*.reserved.blockMessage",
  "fields.*.reserved.warnMessage",
  "fields.*.short.message",
  "scopes.*.means",
  "probes.*.label",
  "guide.*.text",
  "revoke",
] as const;

/** A copy of `value` in which `change` was asked for the string at the end of each such path. */
function changeAt(value: unknown, path: readonly string[], change: (text: string) => string): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === "string" ? change(value) : value;
  if (name === "*") return Array.isArray(value) ? value.map((each) => changeAt(each, rest, change)) : value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return value;
  return { ...value, [name]: changeAt((value as Json)[name], rest, change) };
}

function changeWords<P extends object>(provider: P, change: (text: string) => string): P {
  return wordMembers.reduce<P>((file, member) => changeAt(file, member.split("."), change) as P, provider);
}

/** Each text of a provider that a reader sees, once, in the order of `wordMembers`. */
export function wordsOf(provider: object): string[] {
  const words = new Set<string>();
  changeWords(provider, (text) => {
    words.add(text);
    return text;
  });
  return [...words];
}

export interface Translated<P> {
  provider: P;
  /** What has no translation and so is English still. */
  english: string[];
}

/** The provider with `texts` (translations by the English text) in the place of its own. */
export function translate<P extends object>(provider: P, texts: Readonly<Record<string, string>>): Translated<P> {
  const has = (text: string): boolean => Object.hasOwn(texts, text);
  return {
    provider: changeWords(provider, (text) => (has(text) ? (texts[text] ?? text) : text)),
    english: wordsOf(provider).filter((text) => !has(text)),
  };
}

/** `providers/<id>.<lang>.json`. */
export interface WordsFile {
  schema: 1;
  id: string;
  lang: string;
  /** Translations by the English text. */
  texts: Record<string, string>;
}

/** `workable.de.json`, `workable.pt-BR.json`. */
export const isWordsName = (name: string): boolean =>
  /^[a-z0-9][a-z0-9-]{0,31}\.[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\.json$/.test(name);
