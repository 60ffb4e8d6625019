import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Provider } from "./provider.ts";

// Where it is built, from dist/relay/providers.mjs (providers_module.ts).
declare const ATS_LINK_PROVIDERS: readonly Provider[] | undefined;
declare const ATS_LINK_VERSION: string | undefined;

/** The folder of provider files in a checkout. Asked for when it is needed: in a bundle a module has no folder. */
export const providersFolder = (): string => join(import.meta.dirname, "../../providers");

/** True for `workable.json`, false for the schema and for words in another language (`workable.de.json`). */
export const isProviderFile = (name: string): boolean => /^[a-z0-9-]+\.json$/.test(name) && name !== "schema.json";

/**
 * Every provider file of a folder, by name; without a folder those of the product. Throws on a file that is not JSON; tests
 * check them against the schema.
 */
export function loadProviders(folder?: string): Provider[] {
  if (folder === undefined && typeof ATS_LINK_PROVIDERS !== "undefined") return [...ATS_LINK_PROVIDERS];
  return readdirSync(folder ?? providersFolder())
    .filter(isProviderFile)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder ?? providersFolder(), name), "utf8")) as Provider);
}

/** The version in package.json. */
export function packageVersion(): string {
  if (typeof ATS_LINK_VERSION !== "undefined") return ATS_LINK_VERSION;
  const text = readFileSync(join(import.meta.dirname, "../../package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
