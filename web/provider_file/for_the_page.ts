import { translate } from "./words.ts";

type Json = Record<string, unknown>;

/** A provider file, of which the build itself looks at these members; its words in other languages, by the English ones. */
export type PageProvider = Json & {
  id: string;
  name: string;
  featured: boolean;
  words?: Record<string, Record<string, string>>;
};

/** What the list of all says of one: labels of what is asked before the key and with it, and ids of scopes. */
export interface Entry {
  id: string;
  name: string;
  aliases: string[];
  featured: boolean;
  asks?: string[];
  secrets: string[];
  scopes: string[];
}

/** `lang`: of the words; `english`: those of them that are not in it. */
export type Details = Json & { id: string; lang: string; english?: string[] };

/** In the list, or the relay's and the documentation's business. */
const elsewhere = ["name", "aliases", "featured", "auth", "status", "sources", "facts", "words"];
const ofTheRelay = ["method", "host", "path", "query", "body", "ok"];

const without = (value: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

const labelsOf = (provider: PageProvider, secret: boolean): string[] =>
  (provider["fields"] as { kind: string; label: string }[])
    .filter(({ kind }) => (kind === "secret") === secret)
    .map(({ label }) => label);

export function entryOf(provider: PageProvider, language: string): Entry {
  const { id, name, featured } = provider;
  const told = translate(provider, provider.words?.[language] ?? {}).provider;
  const asks = labelsOf(told, false);
  const scopes = (provider["scopes"] as { id: string }[]).map((scope) => scope.id);
  const secrets = labelsOf(told, true);
  return {
    ...{ id, name, aliases: provider["aliases"] as string[], featured },
    ...(asks.length > 0 && { asks }),
    ...{ secrets, scopes },
  };
}

/** In English, too, where there is no word of another language: one file for all of these. */
export function detailsOf(provider: PageProvider, language: string): Details {
  const probes = (provider["probes"] as Json[]).map((probe) => {
    const pick = probe["pick"] as Json | undefined;
    const kept = without(probe, [...ofTheRelay, "pick"]);
    return pick && Object.hasOwn(pick, "accounts") ? { ...kept, pick: { accounts: pick["accounts"] } } : kept;
  });
  const own = provider.words?.[language];
  const page: Json & { id: string } = { ...without(provider, elsewhere), id: provider.id, probes };
  const { provider: told, english } = translate(page, own ?? {});
  return { ...told, lang: own ? language : "en", ...(own && english.length > 0 && { english }) };
}
