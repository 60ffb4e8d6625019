import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCatalogue, type Provider } from "../../../../tools/build/catalogue.ts";
import { buildLink } from "../../../../tools/build/link.ts";
import { loadProviders, packageVersion, providersFolder } from "../../../../web/relay/load_providers.ts";
import { shippedSettings, writeNginx } from "../../../../web/relay/nginx/write_nginx.ts";
import type { Provider as RelayProvider } from "../../../../web/relay/provider.ts";
import { writeProvidersModule } from "../../../../web/relay/providers_module.ts";
import { allBlocks } from "../../../supply/documents/blocks.ts";

/** Every file of a folder by its path in it. */
export const treeOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]),
  );

export const integrityOf = (content: string): string =>
  `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** A file of docs/add-an-ats.md. */
export function fileOfDocument(name: string): string {
  const block = allBlocks.find(({ document, file }) => document === "docs/add-an-ats.md" && file === name);
  if (!block) throw new Error(`docs/add-an-ats.md has no ${name}`);
  return block.code;
}

/**
 * What add-provider changes of a built folder, built with these provider files beside the product's. A stand-in for the
 * module says what is shown first, as far as the lists of it go.
 */
export async function build(folder: string, more: readonly Provider[] = []): Promise<void> {
  const module = `${folder}.module`;
  mkdirSync(module, { recursive: true });
  writeFileSync(join(module, "ats-link.mjs"), "export default () => Promise.resolve({});");
  writeFileSync(join(module, "ats-link.wasm"), Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  const all = [...(await readCatalogue(providersFolder())), ...more].sort((a, b) => (a.name < b.name ? -1 : 1));
  await buildLink({
    module,
    outdir: join(folder, "link"),
    version: packageVersion(),
    catalogue: all,
    firstScreens: (entries) =>
      Promise.resolve({
        providers: entries.map(({ id, name, asks }) => [id, name, asks ? 1 : 0]),
        screens: {},
        last: { kind: "text", id: "", label: "" },
      }),
  });
  rmSync(module, { recursive: true });
  const files = more.map(({ words: _, ...file }) => file as unknown as RelayProvider);
  const providers = [...loadProviders(), ...files].sort((a, b) => (`${a.id}.json` < `${b.id}.json` ? -1 : 1));
  writeProvidersModule(join(folder, "relay"), providers);
  writeNginx(join(folder, "relay/nginx"), providers, shippedSettings(packageVersion()));
  const table = Object.entries(treeOf(folder)).filter(([path]) => path !== "link/link.config.json");
  const rows = table.map(([path, content]) => [path, integrityOf(content)]);
  const integrity = { version: packageVersion(), files: Object.fromEntries(rows) as Record<string, string> };
  writeFileSync(join(folder, "integrity.json"), `${JSON.stringify(integrity, null, 2)}\n`);
}

/** A copy that a test may change. */
export function copyOf(built: string, folder: string): string {
  cpSync(built, folder, { recursive: true });
  return folder;
}
