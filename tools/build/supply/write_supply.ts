import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { integrityOf } from "../../../web/cli/add/hashed.ts";
import { sbom } from "./sbom.ts";
import { type Shipped, shipped } from "./shipped.ts";

/** Parts of `dist/` that integrators get; the demo is none. */
const deployed = ["link", "opener", "relay", "cli", "server", "testing"];

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Subresource Integrity of every deployed file by its path below `dist/`. */
async function integrityTable(dist: string): Promise<Record<string, string>> {
  const files = (await Promise.all(deployed.map((part) => filesBelow(join(dist, part))))).flat().sort();
  const rows = files.map(async (file): Promise<[string, string]> => {
    return [relative(dist, file), integrityOf(await readFile(file))];
  });
  // What an integrator fills in has no fixed bytes.
  return Object.fromEntries((await Promise.all(rows)).filter(([path]) => path !== "link/link.config.json"));
}

const licenceText = (parts: readonly Shipped[]): string =>
  parts
    .map(({ name, version, license, source, text }) => {
      const title = `${name} ${version} (${license})\n${source}`;
      return `${"=".repeat(80)}\n${title}\n${"=".repeat(80)}\n\n${text.trim()}\n`;
    })
    .join("\n");

/** Writes `integrity.json`, `sbom.cdx.json` and `THIRD_PARTY_LICENSES.txt` into `dist/`. After everything else. */
export async function writeSupply(dist: string, version: string): Promise<void> {
  const parts = shipped();
  const table = await integrityTable(dist);
  await writeFile(join(dist, "integrity.json"), `${JSON.stringify({ version, files: table }, null, 2)}\n`);
  await writeFile(join(dist, "sbom.cdx.json"), sbom(version, parts));
  await writeFile(join(dist, "THIRD_PARTY_LICENSES.txt"), licenceText(parts));
}
