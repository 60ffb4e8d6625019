import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isProviderFile } from "../../web/relay/load_providers.ts";

type Json = Record<string, unknown>;

/** A provider file, of which the build itself looks at these members. */
export type Provider = Json & { id: string; featured: boolean };

const without = (value: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** The relay's and the documentation's business, not the page's. */
const elsewhere = ["auth", "status", "sources", "facts"];
const ofTheRelay = ["method", "host", "path", "query", "body", "ok"];

function forThePage(provider: Json): Provider {
  const probes = (provider["probes"] as Json[]).map((probe) => {
    const pick = probe["pick"] as Json | undefined;
    const kept = without(probe, [...ofTheRelay, "pick"]);
    return pick && Object.hasOwn(pick, "accounts") ? { ...kept, pick: { accounts: pick["accounts"] } } : kept;
  });
  return { ...without(provider, elsewhere), probes } as unknown as Provider;
}

/** All provider files as one list, in order of their names, with the members that the page reads. */
export async function readCatalogue(folder: string): Promise<Provider[]> {
  const names = (await readdir(folder)).filter(isProviderFile).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const providers = texts.map((text) => JSON.parse(text) as Json);
  return providers.sort((a, b) => (String(a["name"]) < String(b["name"]) ? -1 : 1)).map(forThePage);
}
