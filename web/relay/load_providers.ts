import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Provider } from "./provider.ts";

/** The folder of provider files in a checkout. */
export const providersFolder = join(import.meta.dirname, "../../providers");

/** Every provider file of a folder, by name. Throws on a file that is not JSON; tests check them against the schema. */
export function loadProviders(folder: string = providersFolder): Provider[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "schema.json")
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Provider);
}

/** The version in package.json. */
export function packageVersion(): string {
  const text = readFileSync(join(import.meta.dirname, "../../package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
