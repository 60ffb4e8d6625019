import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PageProvider as Provider } from "../../web/provider_file/for_the_page.ts";
import { isProviderFile } from "../../web/relay/load_providers.ts";
import { readWords } from "./provider_words.ts";

export { detailsOf, type Entry, entryOf, type PageProvider as Provider } from "../../web/provider_file/for_the_page.ts";

type Json = Record<string, unknown>;

/** All provider files as one list, in order of their names. */
export async function readCatalogue(folder: string): Promise<Provider[]> {
  const read = async (name: string): Promise<Json> => JSON.parse(await readFile(join(folder, name), "utf8")) as Json;
  const names = (await readdir(folder)).filter(isProviderFile).sort();
  const words = readWords(folder);
  const providers = await Promise.all(
    names.map(async (name) => {
      const own = words.filter(({ id }) => name === `${id}.json`).map(({ lang, texts }) => [lang, texts]);
      return { ...(await read(name)), words: Object.fromEntries(own) as Provider["words"] } as unknown as Provider;
    }),
  );
  return providers.sort((a, b) => (a.name < b.name ? -1 : 1));
}
