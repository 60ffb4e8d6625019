import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isProviderFile } from "../../web/relay/load_providers.ts";

type Json = Record<string, unknown>;

/** A provider file, of which the build itself looks at these members; its words in other languages, by the English ones. */
export type Provider = Json & {
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
/** The members whose text a person reads, wherever they stand. */
const words = ["label", "help", "message", "blockMessage", "warnMessage", "means", "text", "revoke", "alt"];

const without = (value: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** The same with its words put in, telling which of them there are. */
function spoken(value: unknown, say: (text: string) => string, member = ""): unknown {
  if (typeof value === "string") return words.includes(member) ? say(value) : value;
  if (Array.isArray(value)) return value.map((part) => spoken(part, say));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, spoken(part, say, name)]));
}

const labelsOf = (provider: Provider, secret: boolean): string[] =>
  (provider["fields"] as { kind: string; label: string }[])
    .filter(({ kind }) => (kind === "secret") === secret)
    .map(({ label }) => label);

export function entryOf(provider: Provider, language: string): Entry {
  const { id, name, featured } = provider;
  const say = (text: string): string => provider.words?.[language]?.[text] ?? text;
  const asks = labelsOf(provider, false).map(say);
  const scopes = (provider["scopes"] as { id: string }[]).map((scope) => scope.id);
  const secrets = labelsOf(provider, true).map(say);
  return {
    ...{ id, name, aliases: provider["aliases"] as string[], featured },
    ...(asks.length > 0 && { asks }),
    ...{ secrets, scopes },
  };
}

/** In English, too, where there is no word of another language: one file for all of these. */
export function detailsOf(provider: Provider, language: string): Details {
  const probes = (provider["probes"] as Json[]).map((probe) => {
    const pick = probe["pick"] as Json | undefined;
    const kept = without(probe, [...ofTheRelay, "pick"]);
    return pick && Object.hasOwn(pick, "accounts") ? { ...kept, pick: { accounts: pick["accounts"] } } : kept;
  });
  const own = provider.words?.[language];
  const english = new Set<string>();
  const say = (text: string): string => {
    if (own && own[text] === undefined && text !== "") english.add(text);
    return own?.[text] ?? text;
  };
  const told = spoken({ ...without(provider, elsewhere), probes }, say) as Json;
  return {
    ...(told as Json & { id: string }),
    lang: own ? language : "en",
    ...(english.size > 0 && { english: [...english] }),
  };
}

/** All provider files as one list, in order of their names. */
export async function readCatalogue(folder: string): Promise<Provider[]> {
  const read = async (name: string): Promise<Json> => JSON.parse(await readFile(join(folder, name), "utf8")) as Json;
  const names = (await readdir(folder)).sort();
  const ids = names.filter(isProviderFile);
  const providers = await Promise.all(
    ids.map(async (file) => {
      const id = file.slice(0, -".json".length);
      const others = names.filter((name) => name.startsWith(`${id}.`) && name !== file && name.endsWith(".json"));
      const own = others.map(async (name) => [name.split(".")[1] ?? "", (await read(name))["texts"]] as const);
      return { ...(await read(file)), words: Object.fromEntries(await Promise.all(own)) } as unknown as Provider;
    }),
  );
  return providers.sort((a, b) => (a.name < b.name ? -1 : 1));
}
